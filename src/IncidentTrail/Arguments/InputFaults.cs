using IncidentTrail.Contracts;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>Why a cmdlet does not take an object of the module's, and what to do instead.</summary>
internal static class InputFaults
{
    /// <summary>The fault.</summary>
    /// <param name="cmdlet">The cmdlet's name.</param>
    /// <param name="takes">What it takes.</param>
    /// <param name="input">The object.</param>
    public static TrailFault Of(string cmdlet, string takes, TrailInput input)
    {
        var (name, isCopy) = input is OtherInput other ? (other.TypeName, other.IsCopy) : (input.GetType().Name, false);
        var takesIncidents = takes.StartsWith("incidents", StringComparison.Ordinal);
        var one = $"{(char.ToLowerInvariant(name[0]) is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} {name}";
        var (what, remedy) = name switch
        {
            _ when input is OtherInput { IsForeign: true } => (
                $"not {one}",
                $"Read the logs first: Get-IncidentTrail{(takesIncidents ? "Incident" : "Event")} PATH | {cmdlet}."),
            nameof(TrailIncident) or nameof(TrailTimelineEntry) when isCopy => (
                $"not a copy of a {name}, as Import-Clixml or a job gives it: a copy holds values, and no calls",
                "Keep the events instead (Get-IncidentTrailEvent PATH | Export-Clixml FILE): Import-Clixml FILE | Get-IncidentTrailIncident rebuilds the incidents."),
            nameof(TrailEvent) when isCopy => (
                $"not a copy of a {name}, as Import-Clixml, a job or Select-Object gives it",
                "A copy that holds the whole record (Json) becomes an event again: pipe it through Get-IncidentTrailEvent first."),
            nameof(TrailEvent) when takesIncidents => (
                "not events", "Pipe them through Get-IncidentTrailIncident first: it rebuilds the incidents that they tell of."),
            nameof(TrailEvent) => (
                "not events", "Pipe them through Get-IncidentTrailLog first: it gives the logs that they lie in."),
            nameof(TrailAction) => ($"not {one}", "Name actions with -EventName; an action's property EventName holds its name."),
            nameof(TrailEvidence) => ($"not {(isCopy ? "a copy of " : "")}{one}", "Give the package by its property Path."),
            nameof(TrailIntegrityResult) => (
                $"not {(isCopy ? "a copy of " : "")}{one}", "Filter what you have with Where-Object, or test the place again, by -Path or -BucketName."),
            _ => ($"not {(isCopy ? "a copy of " : "")}{one}", "Filter what you have with Where-Object, or read the logs again."),
        };
        return new TrailFault(TrailFaultKind.Argument, input.ToString()!, $"{cmdlet} takes {takes}, {what}.", remedy);
    }
}
