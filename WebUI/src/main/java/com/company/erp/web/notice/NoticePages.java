package com.company.erp.web.notice;

import com.company.erp.platform.notice.NoticeBoard;
import com.company.erp.platform.notice.NoticeView;
import com.company.erp.web.pattern.Places;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class NoticePages {

    /** What tells of many records leads to their list. */
    private static final Map<String, String> LISTS = Map.of("invoices.overdue", "/invoices?status=OVERDUE");

    private final NoticeBoard board;

    NoticePages(NoticeBoard board) {
        this.board = board;
    }

    /** A notice in the reader's words. */
    record Told(String text, String at, @Nullable String href, boolean fresh) {}

    @GetMapping("/notices")
    String list(Screen screen) {
        return screen.page("notices", told(screen.texts()));
    }

    /** Shows them in the menu, which is reading them. */
    @PostMapping("/notices")
    String read(Screen screen) {
        List<Told> told = told(screen.texts());
        board.see();
        return screen.page(screen.isFragment() ? "notices :: notices" : "notices", told);
    }

    @GetMapping("/notices/count")
    String count(Screen screen) {
        int fresh = board.countFresh();
        String shown = fresh == 0 ? "" : fresh == NoticeBoard.SHOWN ? fresh + "+" : String.valueOf(fresh);
        return screen.page("notice-count", shown);
    }

    private List<Told> told(Texts texts) {
        return board.list().stream().map(notice -> told(notice, texts)).toList();
    }

    private static Told told(NoticeView notice, Texts texts) {
        return new Told(
                texts.told("notice." + notice.topic(), notice.details()),
                texts.moment(notice.at()),
                LISTS.getOrDefault(notice.topic(), Places.of(notice.record())),
                notice.fresh());
    }
}
