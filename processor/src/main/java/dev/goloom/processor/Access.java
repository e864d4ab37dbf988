package dev.goloom.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/** Who can name a class, and from where. */
final class Access {
    private final Elements elements;

    Access(Elements elements) {
        this.elements = elements;
    }

    /** The first class among {@code types} that a companion in the package of {@code from} cannot name. */
    Optional<TypeElement> hidden(List<DeclaredType> types, Element from) {
        return types.stream().map(type -> (TypeElement) type.asElement()).flatMap(type -> hidden(type, from).stream()).findFirst();
    }

    /** What keeps a companion in the package of {@code from} from naming {@code type}: itself, or a class around it. */
    Optional<TypeElement> hidden(TypeElement type, Element from) {
        for (Element each = type; each instanceof TypeElement element; each = each.getEnclosingElement()) {
            if (!isAccessible(element, from)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** Whether a companion in the package of {@code from} can use {@code member} of a class that it can name. */
    boolean isAccessible(Element member, Element from) {
        return isPublic(member)
                || (!member.getModifiers().contains(Modifier.PRIVATE)
                        && elements.getPackageOf(member).equals(elements.getPackageOf(from)));
    }

    /** Whether {@code type} is the class of a compact source file, which no code can name: its name leads nowhere. */
    boolean isNameless(TypeElement type) {
        return !ClassId.of(type, elements).isOf(type, elements);
    }

    /** Whether everybody can name {@code type}. */
    static boolean isPublicToAll(TypeElement type) {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (!isPublic(each)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it says so, or is so as a member of an interface. */
    static boolean isPublic(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || (element.getEnclosingElement().getKind().isInterface()
                        && !element.getModifiers().contains(Modifier.PRIVATE));
    }
}
