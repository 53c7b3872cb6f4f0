package com.company.erp.document.mail;

import com.company.erp.document.attachment.FileContent;
import com.company.erp.document.wording.MailKind;
import com.company.erp.masterdata.party.PartyView;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What may go out with a record.
 *
 * @param language of papers, in which it is said
 * @param values what the words of its kind stand for
 * @param paper prints it, or finds it printed
 */
record Letter(MailKind kind, PartyView to, String language, Map<String, String> values, Supplier<FileContent> paper) {}
