package com.company.erp.platform.notice;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notices")
class NoticeController {

    private final NoticeBoard board;

    NoticeController(NoticeBoard board) {
        this.board = board;
    }

    @Operation(summary = "List what you are told, the latest first")
    @GetMapping
    List<NoticeView> list() {
        return board.list();
    }

    @Operation(summary = "Note that you have seen what you were told so far")
    @PostMapping("/see")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void see() {
        board.see();
    }
}
