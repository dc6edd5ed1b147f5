package dev.sightglass.metrics.exposition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which metrics a scrape is about: all, or those whose names were asked for with {@code name[]}. A name may be the
 * family's or that of one of its series ({@code _total}, {@code _bucket}, {@code _sum}, {@code _count}, {@code _info}).
 *
 * @since 0.1.0
 */
public final class NameFilter implements Predicate<String> {
    /** Takes everything. */
    public static final NameFilter ALL = new NameFilter(Set.of());

    private static final List<String> SUFFIXES = List.of("_total", "_bucket", "_sum", "_count", "_info", "_created");
    private static final int MOST_NAMES = 1024;

    private final Set<String> names;

    private NameFilter(Set<String> names) {
        this.names = names;
    }

    /**
     * Takes the named metrics.
     *
     * @param names the names; none means all
     * @return the filter
     * @throws IllegalArgumentException if there are more than 1,024 names
     */
    public static NameFilter of(Collection<String> names) {
        if (names.size() > MOST_NAMES) {
            throw new IllegalArgumentException("name[]: at most " + MOST_NAMES + " names. Found: " + names.size());
        }
        Set<String> families = new HashSet<>();
        for (String name : names) {
            families.add(name);
            for (String suffix : SUFFIXES) {
                if (name.endsWith(suffix)) {
                    families.add(name.substring(0, name.length() - suffix.length()));
                }
            }
        }
        return families.isEmpty() ? ALL : new NameFilter(families);
    }

    /**
     * Whether everything is taken.
     *
     * @return true if no name was asked for
     */
    public boolean takesAll() {
        return names.isEmpty();
    }

    @Override
    public boolean test(String family) {
        return names.isEmpty() || names.contains(family);
    }
}
