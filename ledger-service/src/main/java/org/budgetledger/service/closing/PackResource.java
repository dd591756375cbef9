package org.budgetledger.service.closing;

import java.io.InputStream;
import java.util.function.Supplier;
import org.springframework.core.io.AbstractResource;

/** A pack's bytes, read from the database part by part as they go out. */
final class PackResource extends AbstractResource {
    private final String name;
    private final long bytes;
    private final Supplier<InputStream> content;

    PackResource(String name, long bytes, Supplier<InputStream> content) {
        this.name = name;
        this.bytes = bytes;
        this.content = content;
    }

    @Override
    public String getDescription() {
        return name;
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return bytes;
    }

    @Override
    public InputStream getInputStream() {
        return content.get();
    }
}
