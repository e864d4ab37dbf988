package dev.goloom.processor;

import javax.lang.model.element.ExecutableElement;

/**
 * An annotated method that a class has from above.
 *
 * @param method the annotated one
 * @param called what a call on the class means: that one, or what overrides it
 */
record Inherited(ExecutableElement method, ExecutableElement called) {}
