using IncidentTrail.Contracts;

namespace IncidentTrail.Sources;

/// <summary>Takes what a source yields into its account.</summary>
internal static class SourceItems
{
    internal static SourceAccount AccountOf(this TrailCoverage coverage, ITrailSource source) =>
        coverage.Account.Of(source.Identity, source.Name);

    internal static void Take(this SourceAccount account, TrailSourceItem item)
    {
        switch (item)
        {
            case SourceNotice said:
                account.Say(said.Notice);
                break;
            case SkippedLog skipped:
                account.Skipped(skipped.Log);
                break;
            case UnprovenLog unproven:
                account.Unproven(unproven.Log);
                break;
            case FoundLog { IsTriedAgain: true }:
                account.TriedAgain();
                break;
            case FoundLog found:
                account.Found(found.Log);
                break;
        }
    }
}
