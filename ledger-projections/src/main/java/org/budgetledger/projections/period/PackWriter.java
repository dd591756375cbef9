package org.budgetledger.projections.period;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.budget.balance.AuthorisationView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.balance.EarmarkView;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.Figures;
import org.budgetledger.api.period.PackTotals;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pack as JSON, one budget at a time. The same figures give the same bytes: everything comes in a fixed order, and
 * neither a clock nor a name that was made for the occasion is in it. Nor are words: a pack is kept for ever, and what people
 * wrote is not (R32).
 */
final class PackWriter implements AutoCloseable {
    static final String FORMAT = "period-pack-1";

    private final JsonGenerator json;
    private final Tally tally = new Tally();

    PackWriter(OutputStream out) throws IOException {
        this.json = new JsonFactory().createGenerator(out);
    }

    void begin(AuthorityId authority, AccountingPeriod period, @Nullable Sha256 follows) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeStringField("authority", authority.value());
        json.writeStringField("firstDay", period.firstDay().toString());
        json.writeStringField("lastDay", period.lastDay().toString());
        if (follows != null) {
            json.writeStringField("follows", follows.value());
        }
        json.writeArrayFieldStart("budgets");
    }

    void write(BudgetFigures budget) throws IOException {
        tally.add(budget);
        json.writeStartObject();
        json.writeStringField("budgetId", budget.budgetId().toString());
        json.writeNumberField("version", budget.version());
        json.writeArrayFieldStart("accounts");
        for (var account : budget.accounts()) {
            account(account);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("priorPeriodItems");
        for (var item : budget.priorPeriodItems()) {
            item(item);
        }
        json.writeEndArray();
        pence("suspensePence", budget.suspense());
        json.writeArrayFieldStart("overdrawn");
        for (var account : budget.overdrawn()) {
            json.writeStartObject();
            key(account.key().deployment().value(), account.key().stream().name());
            pence("balancePence", account.balance().closing());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("earmarks");
        for (var earmark : budget.earmarks()) {
            earmark(earmark);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("authorisations");
        for (var authorisation : budget.authorisations()) {
            authorisation(authorisation);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("debts");
        for (var debt : budget.debts()) {
            debt(debt);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Between the budgets and the pools. */
    void beginPools() throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("pools");
    }

    void write(PoolFigures pool) throws IOException {
        tally.add(pool);
        json.writeStartObject();
        json.writeStringField("poolId", pool.poolId().toString());
        json.writeNumberField("version", pool.version());
        rows(pool.entries().byKind());
        figures("balance", pool.entries().total());
        json.writeArrayFieldStart("members");
        for (var member : pool.equities().entrySet()) {
            json.writeStartObject();
            json.writeStringField("budgetId", member.getKey().toString());
            figures("equity", member.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes what everything adds up to. */
    PackTotals end() throws IOException {
        json.writeEndArray();
        var totals = tally.totals();
        json.writeObjectFieldStart("totals");
        rows(tally.lines().byKind());
        figures("lines", totals.lines());
        figures("entitled", totals.entitled());
        figures("balance", totals.balance());
        figures("pooled", totals.pooled());
        json.writeEndObject();
        trialBalance(totals);
        counts(totals);
        json.writeEndObject();
        json.flush();
        return totals;
    }

    Figures difference() {
        return tally.difference();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** What stands in accounts and pools against where it came from and went to. */
    private void trialBalance(PackTotals totals) throws IOException {
        json.writeObjectFieldStart("trialBalance");
        pence("accountsPence", totals.balance().closing());
        pence("poolsPence", totals.pooled().closing());
        json.writeArrayFieldStart("against");
        for (var row : tally.lines().byKind().entrySet()) {
            if (!Tally.INSIDE.contains(row.getKey())) {
                against("budgets", row.getKey().name(), row.getValue());
            }
        }
        for (var row : tally.pooled().byKind().entrySet()) {
            if (!Tally.INSIDE_POOLS.contains(row.getKey())) {
                against("pools", row.getKey().name(), row.getValue());
            }
        }
        against("budgets", "ENTITLEMENT", totals.entitled());
        json.writeEndArray();
        pence("differencePence", tally.difference().closing());
        json.writeEndObject();
    }

    private void against(String of, String kind, Figures row) throws IOException {
        json.writeStartObject();
        json.writeStringField("of", of);
        json.writeStringField("kind", kind);
        pence("pence", row.closing());
        json.writeEndObject();
    }

    private void counts(PackTotals totals) throws IOException {
        var counts = totals.counts();
        json.writeObjectFieldStart("counts");
        json.writeNumberField("budgets", counts.budgets());
        json.writeNumberField("accounts", counts.accounts());
        json.writeNumberField("pools", counts.pools());
        json.writeNumberField("items", counts.items());
        json.writeNumberField("priorPeriodItems", counts.priorPeriodItems());
        json.writeNumberField("overdrawnAccounts", counts.overdrawnAccounts());
        json.writeNumberField("openDebts", counts.openDebts());
        json.writeEndObject();
    }

    private void account(AccountFigures account) throws IOException {
        json.writeStartObject();
        key(account.key().deployment().value(), account.key().stream().name());
        rows(account.lines().byKind());
        figures("entitled", account.entitled());
        figures("balance", account.balance());
        json.writeEndObject();
    }

    private void item(PriorPeriodItem item) throws IOException {
        json.writeStartObject();
        json.writeStringField("entryId", item.entryId().toString());
        json.writeNumberField("version", item.version());
        json.writeStringField("kind", item.kind());
        key(item.deployment(), item.stream());
        json.writeStringField("effectiveOn", item.effectiveOn().toString());
        pence("amountPence", item.amount());
        json.writeEndObject();
    }

    private void earmark(EarmarkView earmark) throws IOException {
        json.writeStartObject();
        json.writeStringField("earmarkId", earmark.earmarkId().toString());
        key(earmark.deployment().value(), earmark.stream().name());
        json.writeStringField("purpose", earmark.purpose().name());
        json.writeStringField("effectiveOn", earmark.effectiveOn().toString());
        pence("leftPence", earmark.left());
        json.writeEndObject();
    }

    private void authorisation(AuthorisationView authorisation) throws IOException {
        json.writeStartObject();
        json.writeStringField("authorisationId", authorisation.authorisationId().toString());
        key(authorisation.deployment().value(), authorisation.stream().name());
        json.writeStringField("effectiveOn", authorisation.effectiveOn().toString());
        if (authorisation.lapsesOn() != null) {
            json.writeStringField("lapsesOn", authorisation.lapsesOn().toString());
        }
        pence("amountPence", authorisation.amount());
        json.writeEndObject();
    }

    private void debt(DebtView debt) throws IOException {
        json.writeStartObject();
        json.writeStringField("debtId", debt.debtId().toString());
        json.writeStringField("kind", debt.kind().name());
        key(debt.deployment().value(), debt.stream().name());
        json.writeStringField("effectiveOn", debt.effectiveOn().toString());
        pence("amountPence", debt.amount());
        json.writeEndObject();
    }

    private void key(String deployment, String stream) throws IOException {
        json.writeStringField("deployment", deployment);
        json.writeStringField("stream", stream);
    }

    private void rows(Map<? extends Enum<?>, Figures> rows) throws IOException {
        json.writeArrayFieldStart("rows");
        for (var row : rows.entrySet()) {
            json.writeStartObject();
            json.writeStringField("kind", row.getKey().name());
            columns(row.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void figures(String name, Figures figures) throws IOException {
        json.writeObjectFieldStart(name);
        columns(figures);
        json.writeEndObject();
    }

    private void columns(Figures figures) throws IOException {
        pence("openingPence", figures.opening());
        pence("periodPence", figures.period());
        pence("priorPeriodPence", figures.priorPeriod());
        pence("closingPence", figures.closing());
    }

    private void pence(String name, Money sum) throws IOException {
        json.writeNumberField(name, sum.pence());
    }
}
