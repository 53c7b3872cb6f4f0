package com.company.erp.document.attachment;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what an operation may answer beside the whole file; see {@link FileAnswer}. */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "206", description = "The part that Range asks for")
@ApiResponse(responseCode = "304", description = "The file is the one that If-None-Match names")
@ApiResponse(responseCode = "416", description = "Range begins behind the end of the file")
public @interface AnswersInParts {}
