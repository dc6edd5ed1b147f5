package dev.sightglass.health.management;

/** Who may see details, and the reasons in the answers of probes. */
public enum DetailsVisibility {

    /** Everybody, credentials or not. */
    EVERYONE,

    /** Whoever gave valid credentials; everybody when the port asks for none. */
    TRUSTED,

    /** Nobody: the path does not exist. */
    NOBODY;

    boolean isVisibleTo(boolean trusted) {
        return switch (this) {
            case EVERYONE -> true;
            case TRUSTED -> trusted;
            case NOBODY -> false;
        };
    }
}
