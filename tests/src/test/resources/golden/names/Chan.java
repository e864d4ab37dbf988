package ex;

/** A class of the user's own with the name of one of the library's. */
class Chan {
    int value;
}
