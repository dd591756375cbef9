package org.budgetledger.service.run;

import java.util.List;

/** What one kind of run does; when and how often is the engine's. Both may be asked again for the same item. */
public interface RunWork {
    RunKind kind();

    /** What would come out if it were carried out now: nothing is recorded. One outcome for each thing there is to do. */
    List<Outcome> preview(Run run, RunItem item);

    /** Carries it out. The command's id follows from the run and the item, so that asking twice does it once (R2). */
    Outcome carryOut(Run run, RunItem item);
}
