package com.company.erp.document.attachment;

import com.company.erp.document.sealing.SealedContent;
import com.company.erp.document.storage.StoredFile;

/** A file to be sent: what it is called, what it is, and its bytes, which are read outside the transaction. */
public record FileContent(String name, StoredFile file, SealedContent content) {}
