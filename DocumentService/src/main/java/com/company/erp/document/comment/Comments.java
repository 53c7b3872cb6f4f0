package com.company.erp.document.comment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface Comments extends Repository<Comment, UUID> {

    Comment saveAndFlush(Comment comment);

    List<Comment> findByResourceAndRecordIdOrderByIdDesc(String resource, UUID recordId, Limit limit);
}
