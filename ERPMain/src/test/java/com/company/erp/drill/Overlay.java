package com.company.erp.drill;

import com.company.erp.NotRunHere;
import java.nio.file.Path;
import java.util.Map;

/** Where a block may change the folders of the system: what it changes lies in a scratch folder, and ends with it. */
final class Overlay {

    private static final String FOLDERS = """
            for folder in etc opt var; do
              mkdir -p "$OVERLAY/$folder/upper" "$OVERLAY/$folder/work"
              mount -t overlay overlay -o "lowerdir=/$folder,upperdir=$OVERLAY/$folder/upper,workdir=$OVERLAY/$folder/work" "/$folder"
            done
            """;

    private final Path scratch = Scratch.folder("overlay");

    /** @param what needs it */
    Overlay(String what) {
        Drill.needs(what, "unshare", "setpriv");
        Drill.needsRoot(what);
        NotRunHere.unless(Programs.run("unshare", "--mount", "true").code() == 0, what + ": needs mount namespaces");
    }

    Programs.Outcome run(Runbook.Block block, Map<String, String> environment) {
        return Programs.run(environment, command(block));
    }

    Programs.Running start(Runbook.Block block, Map<String, String> environment) {
        return Programs.start(block.name(), environment, command(block));
    }

    private String[] command(Runbook.Block block) {
        String commands = "OVERLAY=" + scratch + "\n" + FOLDERS + block.functions() + block.text();
        return new String[] {"unshare", "--mount", "bash", "-euo", "pipefail", "-c", commands};
    }

    /** What became of a file or folder of the system. */
    Path changed(String path) {
        String[] parts = path.substring(1).split("/", 2);
        return scratch.resolve(parts[0]).resolve("upper").resolve(parts[1]);
    }
}
