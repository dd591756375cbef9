package org.budgetledger.service.statement;

import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A page of XHTML in British English, made of nodes and never of text, so that what people wrote stays text. */
final class Page {
    /** A cell and how it is set. */
    record Cell(String style, String text) {}

    /** A table with a heading to each column. */
    final class Table {
        private final Element body;

        private Table(Element body) {
            this.body = body;
        }

        void row(Cell... cells) {
            var row = add(body, "tr");
            for (var cell : cells) {
                styled(add(row, "td", cell.text()), cell.style());
            }
        }
    }

    /** A table with a heading to each row. */
    final class Facts {
        private final Element body;

        private Facts(Element body) {
            this.body = body;
        }

        void row(String name, String value) {
            var row = add(body, "tr");
            add(row, "th", name).setAttribute("scope", "row");
            add(row, "td", value);
        }
    }

    private final Document document;
    private final Element body;

    Page(String title, String subject, String style) {
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("there is no XML in this Java", e);
        }
        var html = document.createElement("html");
        html.setAttribute("lang", "en-GB");
        document.appendChild(html);
        var head = add(html, "head");
        add(head, "title", title);
        var description = add(head, "meta");
        description.setAttribute("name", "description");
        description.setAttribute("content", subject);
        add(head, "style", style).setAttribute("type", "text/css");
        var bookmark = add(add(head, "bookmarks"), "bookmark");
        bookmark.setAttribute("name", title);
        bookmark.setAttribute("href", "#top");
        body = add(html, "body");
        body.setAttribute("id", "top");
    }

    static Cell cell(String style, String text) {
        return new Cell(style, text);
    }

    Document document() {
        return document;
    }

    void heading(int level, String text) {
        add(body, "h" + level, text);
    }

    /**
     * Begins a table.
     *
     * @param styles of columns that are not set as others are
     */
    Table table(String style, Map<String, String> styles, String... columns) {
        var table = styled(add(body, "table"), style);
        var row = add(add(table, "thead"), "tr");
        for (var column : columns) {
            styled(add(row, "th", column), styles.getOrDefault(column, "")).setAttribute("scope", "col");
        }
        return new Table(add(table, "tbody"));
    }

    Facts facts() {
        return new Facts(add(add(body, "table"), "tbody"));
    }

    private Element add(Element to, String name) {
        var element = document.createElement(name);
        to.appendChild(element);
        return element;
    }

    private Element add(Element to, String name, String text) {
        var element = add(to, name);
        element.appendChild(document.createTextNode(text));
        return element;
    }

    private static Element styled(Element element, String style) {
        if (!style.isEmpty()) {
            element.setAttribute("class", style);
        }
        return element;
    }
}
