package com.company.erp.document.mail;

import com.company.erp.document.attachment.FileContent;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The line to a company's mail server (SMTP). */
record MailLine(
        String host,
        int port,
        MailSettingsDetails.Security security,
        @Nullable String username,
        @Nullable String password,
        String fromAddress,
        @Nullable String fromName) {

    private static final String PATIENCE_MILLIS = "20000";

    /** What is handed over. */
    record Letter(String messageId, String to, String subject, String text, List<FileContent> files) {}

    /** What became of it: bounced is for good, failed may be tried again. */
    record Outcome(MailStatus status, @Nullable String problem) {}

    Outcome send(Letter letter, SocketFactory sockets) {
        JavaMailSenderImpl sender = sender(sockets);
        try {
            sender.send(message(sender, letter));
            return new Outcome(MailStatus.SENT, null);
        } catch (MailSendException e) {
            boolean bounced = e.getFailedMessages().values().stream().anyMatch(MailLine::isRefusedAddress);
            return new Outcome(bounced ? MailStatus.BOUNCED : MailStatus.FAILED, said(e));
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            return new Outcome(MailStatus.FAILED, said(e));
        }
    }

    private JavaMailSenderImpl sender(SocketFactory sockets) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setUsername(username);
        sender.setPassword(password);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.auth", String.valueOf(username != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(security == MailSettingsDetails.Security.TLS));
        // The server's name must be that of its certificate, and without encryption nothing is said at all.
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        String startTls = String.valueOf(security == MailSettingsDetails.Security.STARTTLS);
        properties.put("mail.smtp.starttls.enable", startTls);
        properties.put("mail.smtp.starttls.required", startTls);
        // With TLS, too: the encryption is laid around the socket. Nothing falls back to sockets of another make.
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.put("mail.smtp." + wait, PATIENCE_MILLIS);
        }
        return sender;
    }

    private MimeMessage message(JavaMailSenderImpl sender, Letter letter)
            throws MessagingException, UnsupportedEncodingException {
        var message = new NamedMessage(sender, letter.messageId());
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        if (fromName == null) helper.setFrom(fromAddress);
        else helper.setFrom(fromAddress, fromName);
        helper.setTo(letter.to());
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        for (FileContent file : letter.files()) {
            InputStreamSource bytes = () -> file.source().open(0);
            helper.addAttachment(file.name(), bytes, file.file().mediaType());
        }
        return message;
    }

    /** A message that keeps its id, by which servers recognise one that they have had. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        private NamedMessage(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static boolean isRefusedAddress(Exception e) {
        return e instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
    }

    private static String said(Exception e) {
        Throwable cause = e;
        if (e instanceof MailSendException failed && failed.getMessageExceptions().length > 0) {
            cause = failed.getMessageExceptions()[0];
        }
        while (cause.getCause() != null) cause = cause.getCause();
        String message =
                String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
        return message.length() <= 500 ? message : message.substring(0, 500);
    }
}
