package com.company.erp.finance.books;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/books")
class BooksController {

    private final Books books;

    BooksController(Books books) {
        this.books = books;
    }

    @Operation(summary = "Open the books with a chart of accounts and a first fiscal year")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BooksView open(@Valid @RequestBody OpenBooks wanted) {
        return books.open(wanted);
    }

    @Operation(summary = "Show whether the books are open, and for which time")
    @GetMapping
    BooksView find() {
        return books.find();
    }

    @Operation(summary = "List the charts of accounts to start from")
    @GetMapping("/charts")
    List<ChartTemplate> charts() {
        return books.charts();
    }
}
