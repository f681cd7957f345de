package io.pipecast.simulator.company;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of people, accounts and products; made up, unique within a company. */
final class Names {
    private static final String[] FIRST =
            ("Ada Amara Anders Anika Arjun Beatriz Bruno Camille Carlos Chiara Chen Clara Dario Dana"
                            + " Elena Emeka Erik Esther Farah Felix Fiona Gabriel Grace Hana Hugo Ines"
                            + " Ivan Jonas Julia Kavya Kenji Lara Leo Lina Luca Maeve Marco Maya Mina Nadia"
                            + " Noah Nora Olga Omar Oscar Paula Petra Priya Quinn Rafael Rosa Ruth Samir"
                            + " Sara Simon Sofia Tariq Tessa Tomas Uma Vera Victor Wanda Yara Yusuf Zoe")
                    .split(" ");
    private static final String[] LAST =
            ("Abbott Albrecht Almeida Bakker Banerjee Bauer Bergstrom Bianchi Boateng Brandt Carver"
                            + " Castillo Chandra Costa Dahl Delgado Dietrich Dubois Eklund Engel Farrow"
                            + " Ferreira Fischer Forsberg Fujita Garnier Gruber Haas Hartley Hoffmann"
                            + " Ibarra Iyer Jansen Kapoor Keller Kowalski Laurent Lindqvist Lombardi"
                            + " Maier Marlow Mensah Moreau Nakamura Novak Okafor Olsen Osei Park Pereira"
                            + " Quist Rahman Rossi Sandoval Sato Schreiber Silva Steiner Tanaka Thorne"
                            + " Ueda Vance Varga Weber Whitlock Yamada Zeller")
                    .split(" ");
    private static final String[] PLACE =
            ("Alder Amberfield Arden Ashgrove Beacon Birchwood Blackmere Bluewater Brightwater"
                            + " Calder Cedar Clearbrook Coldspring Copperhill Corvid Crestline Dunmore"
                            + " Eastgate Elmwood Fairhaven Fernhill Foxglove Glenmore Granite Greystone"
                            + " Harborview Hawthorn Highfield Ironbridge Juniper Kestrel Kingsford"
                            + " Lakeshore Larkspur Linden Longmeadow Maplecrest Marlin Meridian Millbrook"
                            + " Northgate Oakhurst Orchard Osprey Pinecrest Quarry Redwood Riverbend"
                            + " Rosewood Sandpiper Silverlake Southbank Stonebridge Summit Thornbury"
                            + " Tidewater Valemont Westbrook Willowmere Yarrow")
                    .split(" ");
    private static final String[] TRADE =
            ("Labs|Biologics|Pharma|Diagnostics|Materials|Semiconductor|Energy|Foods|Genomics|"
                            + "Institute|Chemicals|Aerospace|Medical|Research|Optics|Polymers|Steel|"
                            + "University|Water|Therapeutics")
                    .split("\\|");

    private final Set<String> people = new HashSet<>();

    /** Name of the n-th person; never the same twice. */
    String person(int n) {
        // 7 and the list length share no factor: neighbours differ in both parts
        int round = n / FIRST.length;
        String name = FIRST[n * 7 % FIRST.length] + " " + LAST[(n * 11 + round * 5) % LAST.length];
        String unique = name;
        for (int i = 2; !people.add(unique); i++) {
            unique = name + " " + i;
        }
        return unique;
    }

    /** User id of a person: lower case, joined by dots. */
    static String userId(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    /** Name of the n-th account; never the same twice. */
    static String account(int n) {
        int pairs = PLACE.length * TRADE.length;
        int pair = (int) ((n * 683L) % pairs);
        String name = PLACE[pair % PLACE.length] + " " + TRADE[pair / PLACE.length];
        return n < pairs ? name : name + " " + (n / pairs + 1);
    }
}
