package org.budgetledger.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stream's version in {@code ETag} and {@code If-Match}. */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    static @Nullable Long ifMatch(HttpServletRequest request) {
        var header = Headers.single(request, "If-Match");
        if (header == null || header.equals("*")) {
            return null;
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new BadInput("INVALID_FIELD", "If-Match", "If-Match must be a version in quotes, such as \"7\".");
        }
        return Long.valueOf(tag.group(1));
    }
}
