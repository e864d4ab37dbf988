/**
 * The annotation processor. For each class with annotated methods: {@link dev.goloom.processor.Parser} turns elements
 * into the model of its companion, leaving out what {@link dev.goloom.processor.Checks},
 * {@link dev.goloom.processor.GeneratorChecks}, {@link dev.goloom.processor.ClassChecks} and
 * {@link dev.goloom.processor.Clashes} find mistaken; {@link dev.goloom.processor.CompanionRenderer} renders the model;
 * {@link dev.goloom.processor.CompanionWriter} writes it; {@link dev.goloom.processor.Reporter} prints the mistakes. A new
 * rule is a method of {@code Checks} and a test; a new construct is a {@link dev.goloom.processor.Launcher.Kind} and a
 * method of {@link dev.goloom.processor.LauncherRenderer}.
 */
package dev.goloom.processor;
