// Measures. The value of -Dbenchmarks is the command line of the program, -Dbenchmarks alone is an empty one.

String wanted = session.userProperties['benchmarks']
List<String> arguments = wanted == 'true' ? [] : wanted.tokenize()

def toolchain = session.lookup('org.apache.maven.toolchain.ToolchainManager').getToolchainFromBuildContext('jdk', session)
String java = toolchain?.findTool('java') ?: "${System.getProperty('java.home')}/bin/java"
List<String> command = [java, '--sun-misc-unsafe-memory-access=allow', "-Dbenchmarks.basedir=${project.basedir}",
                        '-cp', project.runtimeClasspathElements.join(File.pathSeparator), 'dev.goloom.benchmarks.Benchmarks', *arguments]*.toString()

Process program = new ProcessBuilder(command).inheritIO().start()
Runtime.runtime.addShutdownHook(new Thread({ program.destroy() }))
int status = program.waitFor()
System.out.flush()
System.err.flush()
// Not exit: Maven has nothing to say any more.
Runtime.runtime.halt(status)
