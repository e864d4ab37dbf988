package dev.goloom.processor;

import java.util.List;
import java.util.Optional;

/**
 * What has become of an annotated class.
 *
 * @param companion with every launcher that has no mistake; empty if the class can have no companion
 */
record Parsed(Optional<Companion> companion, List<Problem> problems) {}
