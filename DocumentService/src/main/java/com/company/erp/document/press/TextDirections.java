package com.company.erp.document.press;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/** Splits a paragraph into runs of one direction, by the Unicode algorithm as the JDK has it. */
final class TextDirections implements BidiSplitter {

    private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

    @Override
    public void setParagraph(String paragraph, byte defaultDirection) {
        int direction = switch (defaultDirection) {
            case LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
            case RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
            default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
        };
        this.bidi = new Bidi(paragraph, direction);
    }

    @Override
    public int countTextRuns() {
        return bidi.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, count);
        int run = order[index];
        byte direction = bidi.getRunLevel(run) % 2 == 0 ? LTR : RTL;
        return new BidiTextRun(bidi.getRunStart(run), bidi.getRunLimit(run) - bidi.getRunStart(run), direction);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        var whole = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        return whole.baseIsLeftToRight() ? LTR : RTL;
    }
}
