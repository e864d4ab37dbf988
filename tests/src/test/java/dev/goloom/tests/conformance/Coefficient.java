package dev.goloom.tests.conformance;

/** What flows in a power series: a rational coefficient in lowest terms, or the mark of its end. */
sealed interface Coefficient permits Rational, Coefficient.Finis {
    /** After the last coefficient. */
    enum Finis implements Coefficient { FINIS }
}
