package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What clients do with the budgets and pools that they know of, as often as in a council's day: mostly spends, with everything
 * that moves money between.
 */
final class Mix {
    static final String STREAM = "SOCIAL_CARE";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "2025-06-17";
    private static final LocalDate FIRST_PERIOD = LocalDate.of(2025, 4, 7);
    private static final int PERIOD_DAYS = 28;

    /** More than this are released neither in a life nor in a test. */
    private static final int MAX_PERIODS = 13;

    private interface Choosing {
        Optional<Turn> of(Mix mix, Account account, RandomGenerator random);
    }

    /** How many turns of a hundred are of a kind; all others are spends. */
    private record Choice(int of100, Choosing turn) {}

    private static final List<Choice> CHOICES = List.of(
            new Choice(12, (_, account, random) -> Optional.of(authorisation(account, random))),
            new Choice(4, (_, account, random) -> cancellation(account, random)),
            new Choice(6, (_, account, random) -> Optional.of(earmark(account, random))),
            new Choice(3, (_, account, random) -> earmarkRelease(account, random)),
            new Choice(7, (_, account, random) -> refund(account, random)),
            new Choice(3, (_, account, random) -> reversal(account, random)),
            new Choice(3, (_, account, random) -> payment(account, random)),
            new Choice(3, (mix, _, random) -> Optional.of(mix.pool(random))),
            new Choice(6, (mix, _, random) -> mix.some(random).map(pool -> poolSpend(pool, random))),
            new Choice(2, (mix, _, random) -> mix.some(random).flatMap(pool -> poolRefund(pool, random))),
            new Choice(4, (mix, _, random) -> mix.some(random).map(pool -> poolContribution(pool, random))),
            new Choice(2, (mix, _, random) -> mix.some(random).map(pool -> departure(pool, random))));

    private final List<Account> accounts = new CopyOnWriteArrayList<>();
    private final List<PoolAccount> pools = new CopyOnWriteArrayList<>();

    List<Account> accounts() {
        return accounts;
    }

    List<PoolAccount> pools() {
        return pools;
    }

    void add(Account account) {
        accounts.add(account);
    }

    /** What a client does next: a spend where what it would rather do cannot be done yet. */
    Turn next(RandomGenerator random) {
        var account = Account.some(accounts, random).orElseThrow();
        var of100 = random.nextInt(100);
        for (var choice : CHOICES) {
            if (of100 < choice.of100()) {
                return choice.turn().of(this, account, random).orElseGet(() -> spend(account, random));
            }
            of100 -= choice.of100();
        }
        return spend(account, random);
    }

    private Turn spend(Account account, RandomGenerator random) {
        var body = money(account, random, 5_000);
        evidence(body, random);
        // Some use up what was authorised for them.
        if (random.nextInt(8) == 0) {
            Account.take(account.authorisations(), random)
                    .ifPresent(authorised -> body.put("authorisationId", authorised));
        }
        return turn(
                random,
                Desk.ALLOCATOR,
                account.path() + "/spends",
                body,
                answer -> Account.remember(
                        account.spends(), answer.required("spendId").asText()));
    }

    private static Turn authorisation(Account account, RandomGenerator random) {
        return turn(
                random,
                Desk.ALLOCATOR,
                account.path() + "/authorisations",
                money(account, random, 40_000),
                answer -> Account.remember(
                        account.authorisations(),
                        answer.required("authorisationId").asText()));
    }

    private static Optional<Turn> cancellation(Account account, RandomGenerator random) {
        return Account.take(account.authorisations(), random)
                .map(authorised -> turn(
                        random,
                        Desk.ALLOCATOR,
                        account.path() + "/authorisations/" + authorised + "/cancellation",
                        dated().put("reason", "It is not needed any more.")));
    }

    private static Turn earmark(Account account, RandomGenerator random) {
        return turn(
                random,
                Desk.ALLOCATOR,
                account.path() + "/earmarks",
                money(account, random, 20_000).put("purpose", "CONTINGENCY"),
                answer -> Account.remember(
                        account.earmarks(), answer.required("earmarkId").asText()));
    }

    private static Optional<Turn> earmarkRelease(Account account, RandomGenerator random) {
        return Account.some(account.earmarks(), random)
                .map(earmark ->
                        turn(random, Desk.ALLOCATOR, account.path() + "/earmarks/" + earmark + "/release", dated()));
    }

    private static Optional<Turn> refund(Account account, RandomGenerator random) {
        return Account.some(account.spends(), random).map(spend -> {
            var body = dated().put("amountPence", 1 + random.nextInt(1_000));
            evidence(body, random);
            return turn(random, Desk.ALLOCATOR, account.path() + "/spends/" + spend + "/refunds", body);
        });
    }

    private static Optional<Turn> reversal(Account account, RandomGenerator random) {
        return Account.take(account.spends(), random)
                .map(spend -> turn(
                        random,
                        Desk.ALLOCATOR,
                        account.path() + "/entries/" + spend + "/reversal",
                        dated().put("reason", "It was somebody else's.")));
    }

    private static Optional<Turn> payment(Account account, RandomGenerator random) {
        var period =
                account.deployment() == null ? MAX_PERIODS : account.periods().getAndIncrement();
        if (period >= MAX_PERIODS) {
            return Optional.empty();
        }
        var from = FIRST_PERIOD.plusDays((long) period * PERIOD_DAYS);
        return Optional.of(turn(
                random,
                Desk.RELEASER,
                account.path() + "/payments",
                JSON.createObjectNode()
                        .put("deployment", account.deployment())
                        .put("periodFrom", from.toString())
                        .put("periodTo", from.plusDays(PERIOD_DAYS - 1).toString())
                        .put("effectiveOn", from.minusDays(3).toString())));
    }

    private Optional<PoolAccount> some(RandomGenerator random) {
        return Account.some(pools, random);
    }

    private Turn pool(RandomGenerator random) {
        var size = Math.min(accounts.size(), 2 + random.nextInt(2));
        var members = random.ints(0, accounts.size())
                .distinct()
                .limit(size)
                .mapToObj(accounts::get)
                .toList();
        var body = dated().put("purpose", "An art class");
        var stakes = body.putArray("members");
        members.forEach(member -> stakes.add(stake(member, 1 + random.nextInt(20_000))));
        return turn(
                random,
                Desk.ALLOCATOR,
                "/v1/pools",
                body,
                answer -> pools.add(
                        new PoolAccount(answer.required("poolId").asText(), members, new CopyOnWriteArrayList<>())));
    }

    private static Turn poolSpend(PoolAccount pool, RandomGenerator random) {
        var body = dated().put("amountPence", 1 + random.nextInt(2_000));
        evidence(body, random);
        return turn(
                random,
                Desk.ALLOCATOR,
                pool.path() + "/spends",
                body,
                answer -> Account.remember(
                        pool.spends(), answer.required("spendId").asText()));
    }

    private static Optional<Turn> poolRefund(PoolAccount pool, RandomGenerator random) {
        // No spend has two, so that none comes to more than is left of it.
        return Account.take(pool.spends(), random).map(spend -> {
            var body = dated().put("amountPence", 1);
            evidence(body, random);
            return turn(random, Desk.ALLOCATOR, pool.path() + "/spends/" + spend + "/refunds", body);
        });
    }

    private static Turn poolContribution(PoolAccount pool, RandomGenerator random) {
        return turn(
                random,
                Desk.ALLOCATOR,
                pool.path() + "/contributions",
                stake(member(pool, random), 1 + random.nextInt(5_000)).put("effectiveOn", DAY));
    }

    private static Turn departure(PoolAccount pool, RandomGenerator random) {
        return turn(
                random,
                Desk.ALLOCATOR,
                pool.path() + "/departures",
                dated().put("budgetId", member(pool, random).budget()));
    }

    private static Account member(PoolAccount pool, RandomGenerator random) {
        return pool.members().get(random.nextInt(pool.members().size()));
    }

    private static ObjectNode stake(Account member, long pence) {
        return from(member.deployment(), JSON.createObjectNode())
                .put("budgetId", member.budget())
                .put("stream", STREAM)
                .put("amountPence", pence);
    }

    private static ObjectNode money(Account account, RandomGenerator random, int upToPence) {
        return from(account.deployment(), dated())
                .put("stream", STREAM)
                .put("amountPence", 1 + random.nextInt(upToPence));
    }

    private static ObjectNode from(@Nullable String deployment, ObjectNode body) {
        return deployment == null ? body : body.put("deployment", deployment);
    }

    private static ObjectNode dated() {
        return JSON.createObjectNode().put("effectiveOn", DAY);
    }

    private static void evidence(ObjectNode body, RandomGenerator random) {
        body.putObject("evidence").put("kind", "STATEMENT_LINE").put("reference", "line " + random.nextInt(1_000_000));
    }

    private static Turn turn(RandomGenerator random, Desk desk, String path, ObjectNode body) {
        return turn(random, desk, path, body, _ -> {});
    }

    private static Turn turn(
            RandomGenerator random, Desk desk, String path, ObjectNode body, Consumer<JsonNode> known) {
        return new Turn(new Command(key(random), desk, path, body.toString()), known);
    }

    /** A key that nobody chose before. */
    static String key(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
