/** Channels, select and goroutines for Java, after Go's. */
module dev.goloom {
    // Lets generated code carry javax.annotation.processing.Generated in the modules of users.
    requires static transitive java.compiler;

    // Tells of virtual threads that the program started without this library, when a deadlock is suspected.
    requires jdk.management;

    exports dev.goloom;
}
