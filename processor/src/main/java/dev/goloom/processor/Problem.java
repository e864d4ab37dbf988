package dev.goloom.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A mistake of the user's: where it is, and what to write instead.
 *
 * @param annotation the annotation on the element that is the culprit; null if it is the element
 * @param value the annotation's value that is the culprit; null if it is the whole
 */
record Problem(Element element, AnnotationMirror annotation, AnnotationValue value, String message) {
    static Problem at(Element element, String format, Object... arguments) {
        return new Problem(element, null, null, format.formatted(arguments));
    }

    /** The same, on the element that its own has become in another round. */
    Problem on(Element other) {
        return new Problem(other, null, null, message);
    }
}
