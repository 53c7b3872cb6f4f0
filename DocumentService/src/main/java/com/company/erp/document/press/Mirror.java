package com.company.erp.document.press;

import com.openhtmltopdf.extend.FSDOMMutator;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Turns the columns of tables around, for languages that are read from the right; the renderer does not. */
final class Mirror implements FSDOMMutator {

    @Override
    public void mutateDocument(Document document) {
        var rows = document.getElementsByTagName("tr");
        for (int i = 0; i < rows.getLength(); i++) {
            Node row = rows.item(i);
            List<Node> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (cell instanceof Element) cells.add(cell);
            }
            for (Node cell : cells.reversed()) row.appendChild(cell);
        }
    }
}
