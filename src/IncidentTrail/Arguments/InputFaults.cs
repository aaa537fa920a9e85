using IncidentTrail.Contracts;

namespace IncidentTrail.PowerShell.Arguments;

/// <summary>Why a cmdlet does not take an object of the module's, and what to do instead.</summary>
internal static class InputFaults
{
    /// <summary>The fault.</summary>
    /// <param name="cmdlet">The cmdlet's name.</param>
    /// <param name="takes">What it takes.</param>
    /// <param name="input">The object.</param>
    public static TrailFault Of(string cmdlet, TakenInput takes, TrailInput input)
    {
        var (name, isCopy, isForeign) = input is OtherInput other ? (other.TypeName, other.IsCopy, other.IsForeign) : (input.GetType().Name, false, false);
        var holdsCalls = name is nameof(TrailEvent) or nameof(TrailIncident) or nameof(TrailTimelineEntry);
        var message = $"{cmdlet} takes {takes.Words}, not {What(name, isCopy)}{(isCopy && holdsCalls ? WhyNoCopy(name) : "")}.";
        var remedy = isForeign ? OfForeign(cmdlet, takes)
            : takes == TakenInput.Copies && (holdsCalls || IsOfCalls(name)) ? "Name the folder or bucket that their logs lie in: CloudTrail's digests are beside them."
            : isCopy && holdsCalls ? OfCopy(cmdlet, takes, name)
            : holdsCalls ? OfCalls(cmdlet, takes, name)
            : OfOthers(cmdlet, takes, name);
        return new TrailFault(TrailFaultKind.Argument, input.ToString()!, message, remedy);
    }

    private static string What(string name, bool isCopy) => (name, isCopy) switch
    {
        (nameof(TrailEvent), false) => "events",
        (nameof(TrailLog), false) => "logs",
        (nameof(TrailIntegrityResult), _) => "verdicts without a log: of what is missing, or of a package's own files",
        (_, true) => $"a copy of a {name}",
        _ => $"{(char.ToLowerInvariant(name[0]) is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} {name}",
    };

    private static string WhyNoCopy(string name) => name == nameof(TrailEvent)
        ? ", as Import-Clixml, a job or Select-Object gives it"
        : ", as Import-Clixml or a job gives it: a copy holds values, and no calls";

    private static bool IsOfCalls(string name) =>
        name is nameof(TrailChange) or nameof(TrailNote) or nameof(TrailNoteRevision) or nameof(TrailSummaryRevision);

    private static string OfCopy(string cmdlet, TakenInput takes, string name) => name switch
    {
        nameof(TrailEvent) when takes == TakenInput.Listings || takes == TakenInput.Logs => "The log that it lies in is named by its property Log: give that place.",
        nameof(TrailEvent) => $"A copy that holds the whole record (Json) becomes an event again: EVENTS | {Reader(takes)} | {cmdlet}.",
        _ => "Keep the events instead (Get-IncidentTrailEvent PATH | Export-Clixml FILE): Import-Clixml FILE | Get-IncidentTrailIncident rebuilds the incidents.",
    };

    private static string OfForeign(string cmdlet, TakenInput takes) => takes == TakenInput.Logs
        ? $"Name the bucket with -BucketName, or list its logs first: Get-IncidentTrailLog -BucketName NAME | {cmdlet} FOLDER."
        : $"Read the logs first: {Reader(takes)} PATH | {cmdlet}.";

    private static string OfCalls(string cmdlet, TakenInput takes, string name) => takes switch
    {
        _ when takes == TakenInput.Logs => "Pipe them through Get-IncidentTrailLog first: it gives the logs that they lie in.",
        _ when name == nameof(TrailEvent) => "Pipe them through Get-IncidentTrailIncident first: it rebuilds the incidents that they tell of.",
        _ => $"Filter what you have with Where-Object; Get-IncidentTrailEvent gives its events, to be piped into {cmdlet}.",
    };

    private static string OfOthers(string cmdlet, TakenInput takes, string name) => name switch
    {
        nameof(TrailLog) when takes != TakenInput.Logs => $"Read them first: LOGS | {Reader(takes)} | {cmdlet}.",
        nameof(TrailAction) when takes == TakenInput.Sources => "Name actions with -EventName; an action's property EventName holds its name.",
        nameof(TrailAction) => "Get-IncidentTrailEvent PATH -EventName NAME gives an action's events; its property EventName is the name.",
        nameof(TrailCaller) or nameof(TrailCallerSummary) when takes == TakenInput.Sources => "Name callers with -Caller; a caller's properties Name and Arn are what it takes.",
        nameof(TrailCaller) or nameof(TrailCallerSummary) => "Get-IncidentTrailEvent PATH -Caller NAME gives a caller's events; its properties Name and Arn are what -Caller takes.",
        nameof(TrailNote) => "The calls of a note are in its revisions: NOTES | ForEach-Object Revisions | ForEach-Object Event.",
        _ when IsOfCalls(name) => "Its property Event is the call: OBJECTS | ForEach-Object Event.",
        nameof(TrailIntegrityResult) => "Leave them out: VERDICTS | Where-Object { $_.Status -ne 'Missing' -and $_.Kind -notin 'Manifest', 'File' }.",
        nameof(TrailRecordLocation) => "Its property Log is the log: PLACES | ForEach-Object Log.",
        nameof(TrailIntegritySummary) => "It counts verdicts; Test-IncidentTrailLog without -Summary gives them, and they stand for their logs.",
        nameof(TrailEvidence) => "Its property Path is the package, which Test-IncidentTrailLog tests and Get-IncidentTrailEvent reads.",
        _ => "Filter what you have with Where-Object, or read the logs again.",
    };

    private static string Reader(TakenInput takes) =>
        takes.IsIncidents ? "Get-IncidentTrailIncident" : "Get-IncidentTrailEvent";
}
