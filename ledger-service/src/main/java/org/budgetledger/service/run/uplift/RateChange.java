package org.budgetledger.service.run.uplift;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.entitlement.AdjustmentLine;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;

/**
 * What a new rate changes, as the run keeps it.
 *
 * @param was pence a week before
 * @param now pence a week from the uplift on
 */
record RateChange(
        @JsonProperty("wasPence") Money was,
        @JsonProperty("nowPence") Money now,
        List<UpliftView.OfYear> years) {
    static final String WAS = "was";
    static final String NOW = "now";
    private static final String ARREARS = "arrears ";
    private static final String OVERPAYMENT = "overpayment ";

    RateChange {
        years = List.copyOf(years);
    }

    /** Reads it from the events of the command. */
    static RateChange of(List<?> events) {
        var was = Money.ZERO;
        var now = Money.ZERO;
        var arrears = new TreeMap<FinancialYear, Money>();
        var overpayments = new TreeMap<FinancialYear, Money>();
        for (var event : events) {
            switch (event) {
                case AllocationRevised revised -> {
                    was = revised.was();
                    now = revised.weekly() == null ? Money.ZERO : revised.weekly();
                }
                case ArrearsIdentified more -> add(more.lines(), arrears);
                case OverpaymentIdentified less -> add(less.lines(), overpayments);
                default -> throw new IllegalArgumentException("a new rate must not lead to " + event);
            }
        }
        return new RateChange(was, now, years(arrears, overpayments));
    }

    private static void add(List<AdjustmentLine> lines, TreeMap<FinancialYear, Money> to) {
        lines.forEach(line -> to.merge(line.financialYear(), line.amount().money(), Money::plus));
    }

    private static List<UpliftView.OfYear> years(
            TreeMap<FinancialYear, Money> arrears, TreeMap<FinancialYear, Money> overpayments) {
        var all = new TreeSet<>(arrears.keySet());
        all.addAll(overpayments.keySet());
        var years = new ArrayList<UpliftView.OfYear>();
        for (var year : all) {
            years.add(new UpliftView.OfYear(
                    year, arrears.getOrDefault(year, Money.ZERO), overpayments.getOrDefault(year, Money.ZERO)));
        }
        return years;
    }

    /** What adds up over the run. */
    TreeMap<String, Long> figures() {
        var figures = new TreeMap<String, Long>();
        figures.put(WAS, was.pence());
        figures.put(NOW, now.pence());
        for (var year : years) {
            figures.put(ARREARS + year.financialYear(), year.arrears().pence());
            figures.put(OVERPAYMENT + year.financialYear(), year.overpayments().pence());
        }
        return figures;
    }

    /** The years of figures that were added up. */
    static List<UpliftView.OfYear> years(Map<String, Long> figures) {
        var arrears = new TreeMap<FinancialYear, Money>();
        var overpayments = new TreeMap<FinancialYear, Money>();
        figures.forEach((name, pence) -> {
            if (name.startsWith(ARREARS)) {
                arrears.put(FinancialYear.parse(name.substring(ARREARS.length())), Money.ofPence(pence));
            } else if (name.startsWith(OVERPAYMENT)) {
                overpayments.put(FinancialYear.parse(name.substring(OVERPAYMENT.length())), Money.ofPence(pence));
            }
        });
        return years(arrears, overpayments);
    }
}
