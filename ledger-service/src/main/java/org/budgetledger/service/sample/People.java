package org.budgetledger.service.sample;

import java.util.List;

/** Invented names. They are printed and kept in a file on the spot; the ledger knows people by references only (R32). */
final class People {
    private static final List<String> FIRST = List.of(
            "Ada",
            "Bilal",
            "Ciara",
            "Dilys",
            "Ewan",
            "Farida",
            "Gwen",
            "Hamish",
            "Imogen",
            "Jamal",
            "Keira",
            "Lorcan",
            "Maeve",
            "Nadia",
            "Oswald",
            "Priya",
            "Quentin",
            "Rhian",
            "Saoirse",
            "Tariq",
            "Una",
            "Vikram",
            "Winifred",
            "Xanthe",
            "Yusuf",
            "Zadie");
    private static final List<String> LAST = List.of(
            "Abara",
            "Bevan",
            "Chowdhury",
            "Drummond",
            "Ekwueme",
            "Fairbairn",
            "Gallacher",
            "Hussain",
            "Ingleby",
            "Jankowski",
            "Kavanagh",
            "Llewellyn",
            "Mistry",
            "Novak",
            "Okonjo",
            "Pritchard",
            "Quigley",
            "Rosenthal",
            "Szymanski");

    private People() {}

    /** The name of the person with this number; the first few hundred are all different. */
    static String name(int number) {
        // 26 and 19 have no common factor, so walking through both gives 494 pairs before one comes again.
        return FIRST.get(number % FIRST.size()) + " " + LAST.get(number % LAST.size());
    }
}
