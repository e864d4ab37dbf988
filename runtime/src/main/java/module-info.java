/** Channels, select and goroutines for Java, after Go's. */
module dev.goloom {
    // Lets generated code carry javax.annotation.processing.Generated in the modules of users.
    requires static transitive java.compiler;

    exports dev.goloom;
}
