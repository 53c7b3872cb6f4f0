package com.company.erp.platform.audit;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.privacy.Personal;
import com.company.erp.platform.tenancy.CompanyPart;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears of every entity that is written and reports its fields; a part is told within its whole. */
@Component
class EntityAudit implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    private static final long serialVersionUID = 1L;

    private static final Set<String> SILENT = Set.of("companyId", "version", "id");

    private final transient AuditLog log;
    private final transient Map<String, boolean[]> audited = new ConcurrentHashMap<>();
    private final transient Map<Class<?>, Set<String>> personal = new ConcurrentHashMap<>();

    EntityAudit(AuditLog log, EntityManagerFactory factory) {
        this.log = log;
        var registry = factory.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class);
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        report("create", event.getEntity(), event.getPersister(), new Object[0], event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        Object[] before = event.getOldState() == null ? new Object[0] : event.getOldState();
        report("change", event.getEntity(), event.getPersister(), before, event.getState());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        report("delete", event.getEntity(), event.getPersister(), event.getDeletedState(), new Object[0]);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private void report(
            String action,
            Object entity,
            EntityPersister persister,
            @Nullable Object[] before,
            @Nullable Object[] after) {
        CompanyRecord whole;
        String prefix;
        if (entity instanceof CompanyPart part) {
            whole = part.whole();
            prefix = typeOf(entity.getClass()) + " " + part.uuid() + ".";
        } else if (entity instanceof CompanyRecord root) {
            whole = root;
            prefix = "";
        } else {
            return;
        }
        var old = new LinkedHashMap<String, @Nullable Object>();
        var now = new LinkedHashMap<String, @Nullable Object>();
        String[] names = persister.getPropertyNames();
        boolean[] told = audited.computeIfAbsent(persister.getEntityName(), n -> toldFields(entity.getClass(), names));
        for (int i = 0; i < names.length; i++) {
            if (!told[i] || persister.getPropertyType(names[i]).isAssociationType()) continue;
            @Nullable Object was = before.length == 0 ? null : before[i];
            @Nullable Object is = after.length == 0 ? null : after[i];
            compare(names[i], persister.getPropertyType(names[i]), was, is, old, now);
        }
        if (before.length == 0) old.clear();
        if (after.length == 0) now.clear();
        if (old.isEmpty() && now.isEmpty()) return;
        var ref = new DocumentRef(typeOf(whole.getClass()), whole.uuid());
        log.changed(
                ref,
                entity instanceof CompanyPart ? "change" : action,
                prefix,
                old,
                now,
                personal.computeIfAbsent(entity.getClass(), EntityAudit::personalFields));
    }

    /** Notes a field that changed; an embedded value is told field by field. */
    private static void compare(
            String name,
            Type type,
            @Nullable Object was,
            @Nullable Object is,
            Map<String, @Nullable Object> old,
            Map<String, @Nullable Object> now) {
        if (type instanceof ComponentType embedded) {
            String[] parts = embedded.getPropertyNames();
            for (int i = 0; i < parts.length; i++) {
                Object wasPart = was == null ? null : embedded.getPropertyValue(was, i);
                Object isPart = is == null ? null : embedded.getPropertyValue(is, i);
                compare(name + "." + parts[i], embedded.getSubtypes()[i], wasPart, isPart, old, now);
            }
        } else if (!same(was, is)) {
            old.put(name, was);
            now.put(name, is);
        }
    }

    /** The database pads decimals with zeros; 600.00 and 600.0000 are no change. */
    private static boolean same(@Nullable Object was, @Nullable Object is) {
        if (was instanceof BigDecimal a && is instanceof BigDecimal b) return a.compareTo(b) == 0;
        return Objects.equals(was, is);
    }

    /** Its own and those that it inherits. */
    private static Stream<Field> fields(Class<?> entity) {
        return Stream.<Class<?>>iterate(entity, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()));
    }

    private static boolean[] toldFields(Class<?> entity, String[] names) {
        Set<String> hidden = fields(entity)
                .filter(f -> f.isAnnotationPresent(NotAudited.class))
                .map(Field::getName)
                .collect(Collectors.toSet());
        boolean[] told = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            told[i] = !SILENT.contains(names[i]) && !hidden.contains(names[i]);
        }
        return told;
    }

    private static Set<String> personalFields(Class<?> entity) {
        return fields(entity)
                .filter(field -> field.isAnnotationPresent(Personal.class))
                .map(Field::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** InvoiceLine becomes invoice_line, as the tables are named but in the singular. */
    private static String typeOf(Class<?> entity) {
        return entity.getSimpleName().replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
