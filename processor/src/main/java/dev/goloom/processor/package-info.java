/**
 * The annotation processor. One line of control flow for each class that has annotated methods: parse → check → render →
 * write.
 *
 * <ul>
 *   <li>{@link dev.goloom.processor.GoloomProcessor} finds the classes. One whose {@link dev.goloom.processor.Sources}
 *       mention what does not exist yet is {@link dev.goloom.processor.Waiting} for another round.
 *   <li>{@link dev.goloom.processor.Parser} turns elements into the model, a {@link dev.goloom.processor.Companion} of
 *       {@link dev.goloom.processor.Launcher}s: records that know neither compiler nor files.
 *   <li>{@link dev.goloom.processor.Checks} (of a method), {@link dev.goloom.processor.GeneratorChecks},
 *       {@link dev.goloom.processor.ClassChecks} and {@link dev.goloom.processor.Clashes} (of launchers) say what is
 *       mistaken; the parser leaves it out. They ask {@link dev.goloom.processor.Access} and
 *       {@link dev.goloom.processor.Obscuring} what the code of a companion could name.
 *       {@link dev.goloom.processor.Reporter} prints the mistakes in the last round, nobody else does.
 *   <li>{@link dev.goloom.processor.CompanionRenderer} and {@link dev.goloom.processor.LauncherRenderer} render the model,
 *       {@link dev.goloom.processor.CompanionWriter} writes it.
 * </ul>
 *
 * <p>A new rule is one method, listed with the others of its class, and one test in {@code MistakeTest}. A new construct is
 * a {@link dev.goloom.processor.Launcher.Kind}, one method of {@code LauncherRenderer} and a folder of golden files.
 *
 * <p>What is generated must be the same from javac and ecj, from sources and class files. So nothing is made from
 * {@code toString()} of an element or a type; {@link dev.goloom.processor.Erasure} and
 * {@link dev.goloom.processor.TypeNames} even out where the compilers differ, and inherited methods are launched with names
 * of parameters that no class file can lose.
 */
package dev.goloom.processor;
