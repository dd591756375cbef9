package org.budgetledger.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/**
 * All that is logged while this is open, as a person at a desk reads it and as containers write it, with the ledger's own
 * loggers at DEBUG.
 */
public final class Logged implements AutoCloseable {
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = context.getLogger("org.budgetledger");
    private final Level before = ours.getLevel();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final ByteArrayOutputStream structured = new ByteArrayOutputStream();
    private final List<OutputStreamAppender<ILoggingEvent>> appenders;

    public Logged(RunningLedger ledger) {
        var pattern = new PatternLayoutEncoder();
        pattern.setContext(context);
        pattern.setPattern("%d %-5level [%t] " + ledger.setting("logging.pattern.correlation") + "%logger: %m%n%xEx");
        context.putObject(Environment.class.getName(), ledger.bean(Environment.class));
        var ecs = new StructuredLogEncoder();
        ecs.setContext(context);
        ecs.setCharset(StandardCharsets.UTF_8);
        ecs.setFormat("ecs");
        appenders = List.of(appender(pattern, console), appender(ecs, structured));
        ours.setLevel(Level.DEBUG);
    }

    private OutputStreamAppender<ILoggingEvent> appender(
            Encoder<ILoggingEvent> encoder, ByteArrayOutputStream written) {
        if (encoder instanceof EncoderBase<ILoggingEvent> startable) {
            startable.start();
        }
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        root.addAppender(appender);
        return appender;
    }

    /** As at a desk. */
    public String console() {
        return console.toString(StandardCharsets.UTF_8);
    }

    /** As in a container: one JSON object a line. */
    public List<String> structured() {
        return structured.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        ours.setLevel(before);
        appenders.forEach(root::detachAppender);
    }
}
