package org.budgetledger.service.sample;

import static org.budgetledger.service.sample.Pen.fields;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.FundingStream;

/** Money put together: the art class of the worked example, and a shared house. */
final class Pools {
    private Pools() {}

    /** The worked example, penny by penny, from {@code firstPeriod} on; it began on the 22nd of April, in a period from the 7th. */
    static Story artClass(String mark, LocalDate today, LocalDate firstPeriod, List<Life> members) {
        var pen = Pen.forPool(mark, today);
        var amara = members.get(0);
        var ben = members.get(1);
        var cath = members.get(2);
        pen.on(firstPeriod.plusDays(15));
        open(
                pen,
                "An art class on Tuesdays",
                List.of(
                        stake(amara, FundingStream.SOCIAL_CARE, 60_000),
                        stake(ben, FundingStream.SOCIAL_CARE, 36_000),
                        stake(cath, FundingStream.HEALTH, 24_000)));
        pen.on(firstPeriod.plusDays(21));
        var materials = spend(pen, 12_000, "Paint and paper");
        for (var week = 0; week < 5; week++) {
            pen.on(firstPeriod.plusDays(22L + 7L * week));
            spend(pen, 9_000, "The artist");
        }
        pen.on(firstPeriod.plusDays(54));
        pen.dated(
                Desk.AUTHORISER,
                "/departures",
                fields("budgetId", cath.pen.id(), "reason", "The new time clashes with physiotherapy."));
        pen.on(firstPeriod.plusDays(57));
        contribute(pen, amara, 7_875);
        contribute(pen, ben, 4_725);
        for (var week = 0; week < 7; week++) {
            pen.on(firstPeriod.plusDays(57L + 7L * week));
            spend(pen, 9_000, "The artist");
        }
        pen.on(firstPeriod.plusDays(104));
        pen.dated(
                Desk.BANK_FEED,
                "/spends/" + materials + "/refunds",
                fields("refundId", pen.mint(), "amountPence", 2_501, "evidence", evidence(pen)));
        return pen.story("the pooled art class");
    }

    /** Three people of equal weight share a night worker; one payment is promised for the weeks to come. */
    static Story sharedHouse(String mark, LocalDate today, LocalDate firstPeriod, List<Life> members) {
        var pen = Pen.forPool(mark, today);
        pen.on(firstPeriod.plusDays(2));
        open(
                pen,
                "The shared house",
                members.stream()
                        .map(member -> {
                            var stake = stake(member, FundingStream.SOCIAL_CARE, 30_000);
                            stake.put("weight", 1);
                            return stake;
                        })
                        .toList());
        for (var week = 1; week <= 10; week++) {
            pen.on(firstPeriod.plusDays(7L * week));
            spend(pen, 6_001, "The night worker");
            if (week == 5) {
                members.forEach(member -> contribute(pen, member, 10_000));
            }
        }
        pen.dated(
                Desk.AUTHORISER,
                "/authorisations",
                fields("authorisationId", pen.mint(), "amountPence", 12_000, "purpose", "The night worker"));
        return pen.story("the shared house");
    }

    private static void open(Pen pen, String purpose, List<Map<String, Object>> members) {
        pen.open(
                Desk.AUTHORISER,
                fields(
                        "poolId",
                        pen.id(),
                        "purpose",
                        purpose,
                        "members",
                        members,
                        "effectiveOn",
                        pen.day().toString()));
    }

    private static Map<String, Object> stake(Life member, FundingStream stream, long pence) {
        return fields(
                "budgetId",
                member.pen.id(),
                "deployment",
                member.shape.parts().getFirst().deployment(),
                "stream",
                stream.name(),
                "amountPence",
                pence);
    }

    private static void contribute(Pen pen, Life member, long pence) {
        var fields = stake(member, FundingStream.SOCIAL_CARE, pence);
        fields.put("contributionId", pen.mint());
        pen.dated(Desk.AUTHORISER, "/contributions", fields);
    }

    private static String spend(Pen pen, long pence, String description) {
        var id = pen.mint();
        pen.dated(
                Desk.BANK_FEED,
                "/spends",
                fields("spendId", id, "amountPence", pence, "evidence", evidence(pen), "description", description));
        return id;
    }

    private static Map<String, Object> evidence(Pen pen) {
        return fields("kind", "STATEMENT_LINE", "reference", "PO-" + pen.day());
    }
}
