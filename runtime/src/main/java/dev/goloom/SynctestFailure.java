package dev.goloom;

/** A Synctest has failed: the message is the report. */
final class SynctestFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    SynctestFailure(String report, Throwable cause) {
        super(report, cause);
    }
}
