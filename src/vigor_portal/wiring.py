"""What hangs beside what: the lists are the registry (dotted paths, resolved when first used)."""

# Tables whose rows can't be changed or deleted: app label and model name.
IMMUTABLE = (
    "log.Entry",
    "policies.Version",
    "policies.VersionText",
    "policies.Credit",
)

# Called as f(version) inside the transaction that publishes.
AFTER_PUBLISH = (
    "vigor_portal.asking.public.follow",
    "vigor_portal.policies.press.written.write_public_pages",
    "vigor_portal.policies.planning.carry_over",
    "vigor_portal.dialogue.proposals.deciding.follow",
)

# Called as f() -> str (a line that says what was done) after an upgrade or a restore: derived things, made anew.
AFTER_UPGRADE = (
    "vigor_portal.asking.public.rewrite",
    "vigor_portal.policies.press.written.rewrite_public_pages",
    "vigor_portal.voices.press.projection.rewrite_public_register",
    "vigor_portal.voices.mandates.projection.rewrite",
)

# Called as f() inside the transaction that changes what is said of the organisation.
AFTER_ORGANISATION = (
    "vigor_portal.policies.press.written.rewrite_public_pages",
    "vigor_portal.voices.press.projection.renew",
)

# Called as f(member) inside the transaction that forgets a member: what an app keeps for that member's eyes only.
AFTER_FORGETTING = (
    "vigor_portal.policies.actions.forget_reading",
    "vigor_portal.dialogue.threads.privacy.forget_part",
    "vigor_portal.dialogue.proposals.actions.forget_support",
    "vigor_portal.dialogue.stances.actions.forget",
    "vigor_portal.notices.privacy.forget",
    "vigor_portal.api.queries.forget",
    "vigor_portal.voices.privacy.forget",
    "vigor_portal.voices.mandates.privacy.forget",
    "vigor_portal.voices.handovers.privacy.forget",
    "vigor_portal.voices.profiles.privacy.forget",
    "vigor_portal.voices.offers.queries.forget",
)

# Called as f(member, by) inside the transaction in which a member leaves, changes department, or comes back; `by` is None
# where a directory says so.
AFTER_LEAVING: tuple[str, ...] = (
    "vigor_portal.voices.mandates.privacy.show_again",
    "vigor_portal.voices.handovers.actions.left",
    "vigor_portal.voices.profiles.privacy.leave",
    "vigor_portal.voices.offers.actions.left",
)
AFTER_MOVING: tuple[str, ...] = ("vigor_portal.voices.handovers.actions.moved",)
AFTER_RETURNING: tuple[str, ...] = (
    "vigor_portal.voices.mandates.privacy.show_again",
    "vigor_portal.voices.handovers.actions.returned",
)

# Called as f(member) -> (heading, rows): everything that is stored about a member, for the member to download.
MY_DATA = (
    "vigor_portal.people.my_data.row",
    "vigor_portal.people.my_data.sign_in",
    "vigor_portal.people.my_data.invitations",
    "vigor_portal.people.my_data.record",
    "vigor_portal.policies.queries.reading_of",
    "vigor_portal.policies.queries.drafting_of",
    "vigor_portal.asking.queries.questions_of",
    "vigor_portal.dialogue.threads.privacy.said_by",
    "vigor_portal.dialogue.proposals.queries.proposals_of",
    "vigor_portal.dialogue.stances.queries.stances_of",
    "vigor_portal.notices.privacy.notices_of",
    "vigor_portal.dialogue.consultations.queries.consultations_of",
    "vigor_portal.voices.transfer.queries.imports_of",
    "vigor_portal.api.queries.tokens_of",
    "vigor_portal.voices.privacy.accounts_of",
    "vigor_portal.voices.privacy.applications_of",
    "vigor_portal.voices.mandates.privacy.mandates_of",
    "vigor_portal.voices.handovers.privacy.handovers_of",
    "vigor_portal.voices.profiles.privacy.profiles_of",
    "vigor_portal.voices.offers.queries.offers_of",
)

# Called as f(request) -> html, for the margin of a member's own page.
MY_PANELS = (
    "vigor_portal.notices.panel.my_panel",
    "vigor_portal.dialogue.stances.panels.my_panel",
    "vigor_portal.api.views.my_panel",
    "vigor_portal.voices.profiles.panels.my_panel",
)

# Called as f(version) inside the transaction that takes a version's text away for legal reasons.
AFTER_WITHDRAWAL = ("vigor_portal.dialogue.threads.privacy.empty_wordings",)

# Called as f(lang, key) -> html, for the margin of a point's page in the press room, when the page is written.
PRESS_PANELS = ("vigor_portal.asking.press.beside", "vigor_portal.dialogue.threads.press.beside")

# Called as f(request, point) -> html, for the margin beside a point of the policy on the intranet.
POINT_PANELS: tuple[str, ...] = (
    "vigor_portal.dialogue.stances.panels.beside",
    "vigor_portal.dialogue.threads.panels.beside",
    "vigor_portal.dialogue.proposals.panels.beside",
    "vigor_portal.asking.panels.beside",
)

# Called as f(request, point) -> html, right after a point's words on its own page: what is asked of whoever has read them.
AFTER_WORDS: tuple[str, ...] = ("vigor_portal.dialogue.stances.panels.after_words",)

# Called as f(request, key) -> html, beside the choice to keep, change or drop a guideline that is on trial.
TRIAL_PANELS: tuple[str, ...] = ("vigor_portal.dialogue.proposals.trials.seen_on_trial",)

# Called as f(request, draft) -> html, beside Publish: what else can be done with a draft.
BESIDE_PUBLISH: tuple[str, ...] = ("vigor_portal.dialogue.consultations.views.beside_publish",)

# Called as f(draft) -> Informed | None: when the unions came to know of a draft, proposed when it is published.
UNIONS_INFORMED: tuple[str, ...] = (
    "vigor_portal.policies.writing.informed.by_reading",
    "vigor_portal.dialogue.consultations.unions.by_consultation",
)

# (path, view): what anybody may ask for outside the press room; answered before sessions, cookies and nonces.
PUBLIC_ADDRESSES: tuple[tuple[str, str], ...] = (
    ("/verify", "vigor_portal.voices.press.verify.verify"),
    ("/trust.txt", "vigor_portal.voices.press.files.trust"),
    ("/.well-known/trust.txt", "vigor_portal.voices.press.files.trust"),
)

# Called as f(language) -> html, beside the first words of the press room's front page; written with it.
PRESS_FRONT_PANELS: tuple[str, ...] = ("vigor_portal.voices.press.pages.beside_the_front",)

# Called as f(language) -> html, above the press room's front page; written with it.
PRESS_BANNERS: tuple[str, ...] = ("vigor_portal.dialogue.consultations.press.banner",)

# Called as f(keys) -> html, beside the button that publishes: something to know of the points, never a hindrance.
PUBLISH_NOTES: tuple[str, ...] = ("vigor_portal.dialogue.stances.panels.publish_note",)

# (kind, path): f(notice) -> Telling | None says a notice in the reader's language; None when its thing is gone.
NOTICES: tuple[tuple[str, str], ...] = (
    ("policy.plan-held", "vigor_portal.policies.notices.plan_held"),
    ("policy.in-force", "vigor_portal.policies.notices.in_force"),
    ("thread.commented", "vigor_portal.dialogue.threads.telling.say_commented"),
    ("thread.called", "vigor_portal.dialogue.threads.telling.say_called"),
    ("thread.closed", "vigor_portal.dialogue.threads.telling.say_closed"),
    ("proposal.taken-over", "vigor_portal.dialogue.proposals.telling.say_taken_over"),
    ("proposal.declined", "vigor_portal.dialogue.proposals.telling.say_declined"),
    ("proposal.published", "vigor_portal.dialogue.proposals.telling.say_published"),
    ("consultation.opened", "vigor_portal.dialogue.consultations.telling.say_opened"),
    ("consultation.summarised", "vigor_portal.dialogue.consultations.telling.say_summarised"),
    ("account.held", "vigor_portal.voices.register.telling.say_held"),
    ("application.named", "vigor_portal.voices.applications.telling.say_named"),
    ("application.asked", "vigor_portal.voices.applications.telling.say_asked"),
    ("application.answered", "vigor_portal.voices.applications.telling.say_answered"),
    ("application.fewer", "vigor_portal.voices.applications.telling.say_fewer"),
    ("application.approved", "vigor_portal.voices.applications.telling.say_approved"),
    ("application.declined", "vigor_portal.voices.applications.telling.say_declined"),
    ("account.asked", "vigor_portal.voices.overview.telling.say_asked"),
    ("question.settled", "vigor_portal.asking.telling.settled"),
    ("mandate.given", "vigor_portal.voices.mandates.telling.say_given"),
    ("mandate.extended", "vigor_portal.voices.mandates.telling.say_extended"),
    ("mandate.ending", "vigor_portal.voices.mandates.telling.say_ending"),
    ("mandate.over", "vigor_portal.voices.mandates.telling.say_over"),
    ("handover.begun", "vigor_portal.voices.handovers.telling.say_begun"),
    ("handover.waiting", "vigor_portal.voices.handovers.telling.say_waiting"),
    ("handover.done", "vigor_portal.voices.handovers.telling.say_done"),
    ("account.profile-lacks", "vigor_portal.voices.profiles.telling.say_lacks"),
    ("offer.made", "vigor_portal.voices.offers.telling.say_made"),
    ("offer.suggested", "vigor_portal.voices.offers.telling.say_suggested"),
    ("offer.to-confirm", "vigor_portal.voices.offers.telling.say_to_confirm"),
    ("offer.confirmed", "vigor_portal.voices.offers.telling.say_confirmed"),
    ("offer.ended", "vigor_portal.voices.offers.telling.say_ended"),
)

# Called as f(member) -> open things with owner and last day: those that concern a member, or all of them for None.
OPEN_THINGS: tuple[str, ...] = (
    "vigor_portal.policies.open_things.draft",
    "vigor_portal.policies.open_things.planned",
    "vigor_portal.policies.open_things.on_trial",
    "vigor_portal.policies.open_things.older_translations",
    "vigor_portal.policies.reviews.queries.open_things",
    "vigor_portal.dialogue.threads.open_things.open_threads",
    "vigor_portal.dialogue.threads.open_things.held_comments",
    "vigor_portal.asking.queries.open_things",
    "vigor_portal.asking.queries.answers_to_look_through",
    "vigor_portal.dialogue.proposals.telling.waiting",
    "vigor_portal.dialogue.consultations.queries.waiting",
    "vigor_portal.voices.applications.telling.waiting",
    "vigor_portal.voices.mandates.queries.open_things",
    "vigor_portal.voices.handovers.queries.open_things",
    "vigor_portal.voices.handovers.queries.without_anybody",
    "vigor_portal.voices.handovers.queries.to_look_through",
    "vigor_portal.voices.transfer.queries.open_things",
    "vigor_portal.voices.offers.queries.open_things",
)

# (cron expression in the site's time zone, path): f() is put in line when it is due, once.
SCHEDULES: tuple[tuple[str, str], ...] = (
    ("* * * * *", "vigor_portal.policies.jobs.bring_into_force"),
    ("*/10 * * * *", "vigor_portal.dialogue.threads.flood.forget_tallies"),
    ("30 3 * * *", "vigor_portal.dialogue.threads.privacy.empty_refused"),
    ("10 3 * * *", "vigor_portal.jobs.tidying.remove_finished"),
    ("40 3 * * *", "vigor_portal.dialogue.stances.jobs.snapshot"),
    ("20 3 * * *", "vigor_portal.asking.jobs.forget_settled"),
    ("25 3 * * *", "vigor_portal.checking.jobs.forget_objections"),
    ("35 3 * * *", "vigor_portal.voices.applications.jobs.forget_old"),
    ("40 3 * * *", "vigor_portal.notices.tidying.remove_old"),
    ("45 3 * * *", "vigor_portal.voices.transfer.jobs.forget_old"),
    ("30 7 * * *", "vigor_portal.notices.digests.daily"),
    ("30 7 * * 1", "vigor_portal.notices.digests.weekly"),
    ("5 0 * * *", "vigor_portal.dialogue.consultations.jobs.end_due"),
    ("15 0 * * *", "vigor_portal.voices.mandates.jobs.settle"),
    ("0 7 * * *", "vigor_portal.voices.mandates.jobs.remind"),
    ("20 0 * * *", "vigor_portal.voices.handovers.jobs.tidy"),
    ("5 7 * * *", "vigor_portal.voices.handovers.jobs.remind"),
    ("50 2 * * *", "vigor_portal.voices.profiles.jobs.read_all"),
)

# Called as f() -> {name: number} for `/readyz`: what whoever watches over the site wants to know, beside that it is ready.
READINESS = ("vigor_portal.jobs.queries.readiness",)
