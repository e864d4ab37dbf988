package dev.goloom.processor;

import java.util.List;

/**
 * What has become of an annotated class.
 *
 * @param companion with every launcher that has no mistake
 */
record Parsed(Companion companion, List<Problem> problems) {}
