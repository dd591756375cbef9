package org.budgetledger.service.given;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.budgetledger.api.Actor;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Reference;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.period.Figures;
import org.budgetledger.api.period.KindFigures;
import org.budgetledger.api.period.PackCounts;
import org.budgetledger.api.period.PackTotals;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.packs.PublishedPacks;
import org.budgetledger.service.policy.Policy;

/** The people, places and words that the tests speak of, so that a test names what matters and nothing else. */
public final class Known {
    public static final AuthorityId NORTHMERE = new AuthorityId("northmere");
    public static final AuthorityId SOUTHVALE = new AuthorityId("southvale");

    /** The rules that the tests of deciders go by. */
    public static final Policy ENGLAND_CARE_ACT = PublishedPacks.all().defaultFor(NORTHMERE);

    public static final PolicyPackId PACK = ENGLAND_CARE_ACT.id();

    /** The budget that most tests are about. */
    public static final BudgetId AMARA = new BudgetId(uuid("amara"));

    public static final BudgetId BEN = new BudgetId(uuid("ben"));
    public static final BudgetId CATH = new BudgetId(uuid("cath"));
    public static final PersonRef PERSON = new PersonRef("person-1001");
    public static final PersonRef BANK = new PersonRef("account-7001");
    public static final DeploymentId SELF = new DeploymentId("self");
    public static final DeploymentId TRUST = new DeploymentId("trust");
    public static final DeploymentId PROVIDER = new DeploymentId("provider");
    public static final Actor ALLOCATOR = by("j.okafor", Role.ALLOCATOR);
    public static final Actor CARE_MANAGER = by("m.silva", Role.CARE_MANAGER);
    public static final Actor PAYEE_SETTER = by("p.hart", Role.PAYEE_SETTER);
    public static final Actor RELEASER = by("r.lowe", Role.RELEASER);
    public static final Actor HOLDER = by("amara", Role.HOLDER);
    public static final Actor RECONCILER = by("t.nowak", Role.RECONCILER);
    public static final Actor RECOVERY = by("d.ames", Role.RECOVERY);
    public static final Actor WRITE_OFF_APPROVER = by("k.byrne", Role.WRITE_OFF_APPROVER);
    public static final Actor SIGNER = by("s.abara", Role.SIGNER);

    /** The id of the command that a test sends. */
    public static final CommandId COMMAND = new CommandId("the-command-0001");

    /** What a small pack adds up to: £100.00 released and £30.00 spent, and £20.00 of an account that holds no money. */
    public static final PackTotals TOTALS = new PackTotals(
            figures(0, 7_000, 0),
            figures(2_000, 0, 0),
            figures(2_000, 7_000, 0),
            figures(0, 0, 0),
            List.of(
                    new KindFigures(LineKind.PAYMENT, figures(0, 10_000, 0)),
                    new KindFigures(LineKind.SPEND, figures(0, -3_000, 0))),
            new PackCounts(2, 2, 0, 2, 0, 0, 0));

    private static final Pattern POUNDS = Pattern.compile("-?[0-9]{1,3}(,?[0-9]{3})*\\.[0-9]{2}");

    private Known() {}

    public static Actor by(String actor, Role role) {
        return new Actor(NORTHMERE, new ActorId(actor), role);
    }

    /** Ten in the morning of a day in London. */
    public static Instant on(String day) {
        return LocalDate.parse(day)
                .atTime(LocalTime.of(10, 0))
                .atZone(CivilDates.LONDON)
                .toInstant();
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** Pounds and pence as the worked examples write them. */
    public static Amount gbp(String pounds) {
        return Amount.of(money(pounds));
    }

    public static Money money(String pounds) {
        if (!POUNDS.matcher(pounds).matches()) {
            throw new IllegalArgumentException("pounds and pence must look like 1,234.56, not " + pounds);
        }
        return Money.ofPence(Long.parseLong(pounds.replaceAll("[.,]", "")));
    }

    private static Figures figures(long opening, long period, long priorPeriod) {
        return Figures.of(Money.ofPence(opening), Money.ofPence(period), Money.ofPence(priorPeriod));
    }

    public static EntryId entry(String name) {
        return new EntryId(uuid(name));
    }

    public static ItemId item(String name) {
        return new ItemId(uuid(name));
    }

    public static PoolId pool(String name) {
        return new PoolId(uuid(name));
    }

    public static PersonRef person(int number) {
        return new PersonRef("person-" + number);
    }

    public static FreeText text(String words) {
        return new FreeText(words);
    }

    public static Evidence statementLine(String reference) {
        return new Evidence(Evidence.Kind.STATEMENT_LINE, new Reference(reference));
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
