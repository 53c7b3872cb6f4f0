package com.company.erp.user.passkey;

import com.company.erp.kernel.Unauthenticated;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.MapPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * The two ceremonies of WebAuthn: making a passkey, and signing with it. The device must have verified its user, by a
 * finger, a face or a PIN, so that a passkey is two factors in one. It keeps nothing: what was asked is put together
 * anew from the challenge.
 */
@Component
@EnableConfigurationProperties(PasskeyProperties.class)
class Ceremony {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String NAME = "ERP";

    private final PasskeyProperties properties;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new WebauthnJackson2Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Ceremony(PasskeyProperties properties) {
        this.properties = properties;
    }

    /** Whose passkey is to be made, and which he has already. */
    record Owner(UUID id, String username, String name, List<byte[]> has) {}

    /** A passkey as it is kept. */
    record Kept(byte[] credential, byte[] attestation, long signatures) {}

    /** What a browser answered when it was asked to sign. */
    record Signed(PublicKeyCredential<AuthenticatorAssertionResponse> credential) {

        byte[] id() {
            return credential.getRawId().getBytes();
        }
    }

    static String challenge() {
        return Bytes.random().toBase64UrlString();
    }

    Question making(Owner owner) {
        String challenge = challenge();
        return new Question(challenge, written(creation(owner, challenge)));
    }

    Question signing() {
        String challenge = challenge();
        return new Question(challenge, written(request(challenge)));
    }

    private PublicKeyCredentialCreationOptions creation(Owner owner, String challenge) {
        byte[] handle = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(owner.id().getMostSignificantBits())
                .putLong(owner.id().getLeastSignificantBits())
                .array();
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party())
                .user(ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(new Bytes(handle))
                        .name(owner.username())
                        .displayName(owner.name())
                        .build())
                .challenge(Bytes.fromBase64(challenge))
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(owner.has().stream()
                        .map(id -> PublicKeyCredentialDescriptor.builder()
                                .id(new Bytes(id))
                                .build())
                        .toList())
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
                .timeout(PATIENCE)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(String challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(Bytes.fromBase64(challenge))
                .rpId(properties.domain())
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(PATIENCE)
                .build();
    }

    private PublicKeyCredentialRpEntity party() {
        return PublicKeyCredentialRpEntity.builder()
                .id(properties.domain())
                .name(NAME)
                .build();
    }

    /** @throws Unauthenticated passkey.refused */
    Kept made(Owner owner, String challenge, String answer, Origin page) {
        return trusting(() -> {
            var credential =
                    read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            var made = operations(new OnePasskey(null), page)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation(owner, challenge), new RelyingPartyPublicKey(credential, owner.username())));
            return new Kept(
                    made.getCredentialId().getBytes(),
                    made.getAttestationObject().getBytes(),
                    made.getSignatureCount());
        });
    }

    /** @throws Unauthenticated passkey.refused */
    Signed signed(String answer) {
        return trusting(() -> {
            var credential = read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            if (credential.getRawId() == null || credential.getResponse() == null) throw refused();
            return new Signed(credential);
        });
    }

    /**
     * How often the device has signed by now.
     *
     * @throws Unauthenticated passkey.refused
     */
    long verify(Signed signed, Kept kept, String challenge, Origin page) {
        CredentialRecord record = ImmutableCredentialRecord.builder()
                .credentialId(new Bytes(kept.credential()))
                .userEntityUserId(new Bytes(kept.credential()))
                .publicKey(new ImmutablePublicKeyCose(kept.attestation()))
                .attestationObject(new Bytes(kept.attestation()))
                .signatureCount(kept.signatures())
                .build();
        var passkey = new OnePasskey(record);
        return trusting(() -> {
            operations(passkey, page)
                    .authenticate(new RelyingPartyAuthenticationRequest(request(challenge), signed.credential()));
            return passkey.record().getSignatureCount();
        });
    }

    private Webauthn4JRelyingPartyOperations operations(OnePasskey passkey, Origin page) {
        return new Webauthn4JRelyingPartyOperations(
                new MapPublicKeyCredentialUserEntityRepository(), passkey, party(), properties.acceptedAt(page));
    }

    /** What comes from a browser may be anything; the library says so in several ways. */
    private static <T> T trusting(Supplier<T> step) {
        try {
            return step.get();
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException e) {
            throw refused();
        }
    }

    static Unauthenticated refused() {
        return new Unauthenticated("passkey.refused", "The passkey is not known here, or was not used for this.");
    }

    private <T> T read(String answer, TypeReference<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException e) {
            throw refused();
        }
    }

    private String written(Object options) {
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
