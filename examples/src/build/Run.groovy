// Runs the example that -Drun=NAME names, or lists all of them; words after the name are the program's arguments. Its input,
// output, error and exit status are its own: it inherits them from Maven's process, which ends with the program's status.

import java.util.concurrent.TimeUnit

def index = new File(project.basedir, 'README.md').readLines('UTF-8')
        .findAll { it ==~ /\| [a-z0-9]+ \|.*/ && !it.startsWith('| name ') }
        .collect { it.split(/\s*\|\s*/) }
        .collectEntries { [(it[1]): it[2]] }

def list = { PrintStream to ->
    int width = index.keySet()*.length().max()
    index.each { name, idea -> to.println("${name.padRight(width)}  ${idea}") }
}

def end = { int status ->
    System.out.flush()
    System.err.flush()
    // Not exit: Maven has nothing to say any more.
    Runtime.runtime.halt(status)
}

List<String> words = (session.userProperties['run'] ?: 'true').tokenize()
String wanted = words ? words.head() : ''
String name = wanted.toLowerCase(Locale.ROOT)
if (!index.containsKey(name)) {
    boolean asked = name != 'true' && !name.isBlank()
    if (asked) {
        System.err.println("There is no example '${wanted}'. These there are:")
    }
    list(System.out)
    end(asked ? 1 : 0)
}

def sources = new File(project.basedir, 'src/main/java/dev/goloom/examples')
String type = sources.list().find { it.equalsIgnoreCase("${name}.java") } - '.java'

def toolchain = session.lookup('org.apache.maven.toolchain.ToolchainManager').getToolchainFromBuildContext('jdk', session)
String java = toolchain?.findTool('java') ?: "${System.getProperty('java.home')}/bin/java"
List<String> command = [java, '-cp', project.runtimeClasspathElements.join(File.pathSeparator), "dev.goloom.examples.${type}Go", *words.tail()]*.toString()

Process program = new ProcessBuilder(command).inheritIO().start()
Runtime.runtime.addShutdownHook(new Thread({
    // Ctrl-C reaches the program by itself; a signal to Maven alone does not.
    program.destroy()
    if (!program.waitFor(15, TimeUnit.SECONDS)) {
        program.destroyForcibly()
    }
}))
end(program.waitFor())
