package com.company.erp.user.view;

import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** The views that somebody has saved. Each call is one transaction, joined if one is open. */
@Door
public class ViewBook {

    private static final String OWN = "Everybody may keep views of lists; they show nothing that he may not see.";
    private static final int MOST_OF_ONE = 200;

    private final SavedViews views;

    ViewBook(SavedViews views) {
        this.views = views;
    }

    /** The own views of a list and those that others share, by name. */
    @NeedsNothing(because = OWN)
    @Transactional(readOnly = true)
    public List<SavedViewLine> list(String list) {
        UserId reader = reader();
        return views.offered(list, reader.value()).stream()
                .map(view -> view.line(reader))
                .toList();
    }

    /**
     * Saves a view, in place of the own one that has its name.
     *
     * @throws RuleViolation view.too_many
     */
    @NeedsNothing(because = OWN)
    @Refuses("view.too_many")
    public SavedViewLine save(ViewDraft draft) {
        UserId owner = reader();
        SavedView view = views.findByOwnerIdAndListAndName(
                        owner.value(), draft.list(), draft.name().strip())
                .orElseGet(() -> begin(owner, draft));
        view.show(draft.query());
        return views.saveAndFlush(view).line(owner);
    }

    private SavedView begin(UserId owner, ViewDraft draft) {
        if (views.countByOwnerId(owner.value()) >= MOST_OF_ONE) {
            throw new RuleViolation("view.too_many", "You keep " + MOST_OF_ONE + " views already; drop one of them.");
        }
        return new SavedView(owner, draft);
    }

    /**
     * Offers an own view to all. Has no effect on a shared one.
     *
     * @throws NotFound view.unknown, also for another's own
     */
    @Needs("view.share")
    @Refuses("view.unknown")
    public SavedViewLine share(ViewId id) {
        SavedView view = visible(id);
        view.share(true);
        return views.saveAndFlush(view).line(reader());
    }

    /**
     * Leaves a shared view to its owner alone, whoever that is.
     *
     * @throws NotFound view.unknown, also for another's own
     */
    @Needs("view.share")
    @Refuses("view.unknown")
    public SavedViewLine unshare(ViewId id) {
        SavedView view = visible(id);
        view.share(false);
        return views.saveAndFlush(view).line(reader());
    }

    /**
     * Drops an own view.
     *
     * @throws NotFound view.unknown, also for another's
     * @throws StaleDocument record.stale
     */
    @NeedsNothing(because = OWN)
    @Refuses({"view.unknown", "record.stale"})
    public void drop(ViewId id, int version) {
        SavedView view = views.get(id);
        if (!view.isOf(reader())) throw unknown();
        view.mustBeAt(version);
        views.delete(view);
    }

    private SavedView visible(ViewId id) {
        SavedView view = views.get(id);
        if (!view.shared() && !view.isOf(reader())) throw unknown();
        return view;
    }

    private static NotFound unknown() {
        return new NotFound("view.unknown", "There is no such view.");
    }

    private static UserId reader() {
        return Scope.actor().user();
    }
}
