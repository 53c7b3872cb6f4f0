package com.company.erp.document.mail;

import com.company.erp.document.sealing.SealedText;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.letter.Letter;
import com.company.erp.platform.letter.Letters;
import com.company.erp.platform.tenancy.Scope;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters of the house in the queue of e-mail. Plain SQL, since they bring no document: no list shows them, and the
 * audit log has what they are about.
 */
@Component
class HouseLetters implements Letters {

    private final MailServers servers;
    private final SealedText sealing;
    private final JdbcClient jdbc;
    private final Clock clock;

    HouseLetters(MailServers servers, SealedText sealing, JdbcClient jdbc, Clock clock) {
        this.servers = servers;
        this.sealing = sealing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean areCarried() {
        return servers.findById(Scope.company().value()).isPresent();
    }

    @Override
    public void send(Letter letter) {
        var id = Uuid7.next();
        jdbc.sql("""
                        INSERT INTO mails (company_id, id, version, resource, record_type, record_id, to_address, subject,
                                           body, sealed_body, status, attempts, queued_at, queued_by, next_attempt_at)
                        VALUES (:company, :id, 0, 'letters', 'user', :about, :to, :subject, '', :sealed, 'QUEUED', 0, :now,
                                :by, :now)""")
                .param("company", Scope.company().value())
                .param("id", id)
                .param("about", letter.about().value())
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("sealed", sealing.seal(letter.text()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Scope.actor().name())
                .update();
    }
}
