package dev.sightglass.durability.power;

import dev.sightglass.demo.DropFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the service had promised at a place in the log: each file that it took away, and each call that it had answered with 202. */
final class Promises {

    private final NavigableMap<Long, String> answers = new TreeMap<>();
    private final List<String> made = new ArrayList<>();
    private final List<String> folders;

    /** @param answers correlation ids, by a length that the log already had when the answer was there */
    Promises(DropFolders drop, Map<Long, String> answers) {
        this.answers.putAll(answers);
        this.folders = DropFolders.keys().stream().map(key -> drop.folder(key).toString()).toList();
    }

    void after(Act act) {
        boolean leaves = act.kind() == Act.RENAME || act.kind() == Act.UNLINK;
        if (leaves && folders.contains(act.path().substring(0, act.path().lastIndexOf('/')))) {
            made.add(act.path());
        }
        var answered = answers.headMap(act.end(), true);
        made.addAll(answered.values());
        answered.clear();
    }

    List<String> made() {
        return made;
    }
}
