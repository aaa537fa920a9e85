using System.Collections;
using System.Management.Automation;
using IncidentTrail.Contracts;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell;

/// <summary>
/// Takes objects of the module's cmdlets, and copies of them as Import-Clixml, a job or a remote session gives them: of a
/// log the log, of an event its record. What is none of these is known by its name, so that it is not taken for a path.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrailInputAttribute : ArgumentTransformationAttribute
{
    private const string Namespace = "IncidentTrail.";
    private static readonly string[] s_copies = ["Deserialized.", "Selected."];

    // A verdict names the log or digest that it is of, which is read as such.
    private const string ResultName = nameof(TrailIntegrityResult);

    /// <summary>
    /// Whether anything else is taken too, text and foreign objects: of a cmdlet that reads nothing itself, which then says
    /// what comes before it, where PowerShell would only tell of a type.
    /// </summary>
    public bool TakesOthers { get; set; }

    /// <summary>A property by which foreign objects bind to another parameter, and which are left to it.</summary>
    public string? Except { get; set; }

    /// <summary>Gives what is of the module as a TrailInput, and anything else as it is.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject { BaseObject: IList wrapped } ? Each(wrapped, inputData)
        : inputData is IList list ? Each(list, inputData)
        : inputData is null ? null! : One(inputData) ?? inputData;

    private object Each(IList list, object given)
    {
        var taken = list.Cast<object?>().Select(element => element is null ? null : One(element) ?? element).ToArray();
        return taken.Where((element, i) => !ReferenceEquals(element, list[i])).Any() ? taken : given;
    }

    // Null where it is a TrailInput already, or nothing that is taken.
    private TrailInput? One(object element)
    {
        var given = PSObject.AsPSObject(element);
        if (given.BaseObject is TrailInput || given.TypeNames is not [var first, ..])
            return null;
        if (NameOf(given.TypeNames) is not var (name, isCopy))
            return (TrailInput?)LocalLogOf(given) ?? RebuiltOf(given) ?? ForeignOf(given, first);
        if (name is nameof(TrailLog) or ResultName && !IsMissing(given, name) && LogOf(given) is { } log)
            return log;
        return name == nameof(TrailEvent) && isCopy ? EventOf(given) : new OtherInput(name, isCopy, valueOf: property => ValueOf(given, property));
    }

    // It has no file, and the bucket is what a digest says, which may be anybody's.
    private static bool IsMissing(PSObject given, string name) =>
        name == ResultName && Text(given, nameof(TrailIntegrityResult.Status)) == nameof(TrailIntegrityStatus.Missing);

    private OtherInput? ForeignOf(PSObject given, string typeName) =>
        TakesOthers && (Except is null || given.Properties[Except] is null) ? new OtherInput(AfterDot(typeName), isCopy: false, isForeign: true) : null;

    private static OtherInput EventOf(PSObject copy) =>
        new(nameof(TrailEvent), isCopy: true, Text(copy, nameof(TrailEvent.Json)), isRebuilt: IsRebuilt(copy), valueOf: property => ValueOf(copy, property));

    private static bool IsRebuilt(PSObject copy) => bool.TryParse(Text(copy, nameof(TrailEvent.IsRebuilt)), out var isRebuilt) && isRebuilt;

    // Bound by its Json alone, a record that was made from columns would pass for one as it was delivered.
    private static OtherInput? RebuiltOf(PSObject values) =>
        values.BaseObject is PSCustomObject && IsRebuilt(values) && EventOf(values) is { Json: not null } copy ? copy : null;

    // Select-Object -First puts a name of its own before that of a copy, and so may anybody; null where no name is the module's.
    private static (string Name, bool IsCopy)? NameOf(IEnumerable<string> names)
    {
        foreach (var full in names)
        {
            var copy = Array.Find(s_copies, beginning => full.StartsWith(beginning, StringComparison.Ordinal));
            if (full.AsSpan(copy?.Length ?? 0).StartsWith(Namespace, StringComparison.Ordinal))
                return (AfterDot(full), copy is not null);
        }
        return null;
    }

    // Behind the number sign stands which of several views an object of one type has.
    private static string AfterDot(string name) => name[(name.LastIndexOf('.') + 1)..].Split('#')[0];

    // A file's values without its type, as JSON or CSV keep them, would be bound by the name of a bucket, which is empty.
    private static TrailLog? LocalLogOf(PSObject values) =>
        values.BaseObject is PSCustomObject && Text(values, nameof(TrailLog.Location)) is not null
        && IsThereEmpty(values, nameof(TrailLog.BucketName)) && IsThereEmpty(values, nameof(TrailLog.Key)) ? LogOf(values) : null;

    private static bool IsThereEmpty(PSObject values, string property) => values.Properties[property] is not null && Text(values, property) is null;

    private static TrailLog? LogOf(PSObject copy)
    {
        var size = copy.Properties[nameof(TrailLog.Size)]?.Value as long?;
        if (Text(copy, nameof(TrailLog.Path)) is { } path)
            return TrailLogLocation.FromPath(path, size);
        return Text(copy, nameof(TrailLog.BucketName)) is { } bucket && Text(copy, nameof(TrailLog.Key)) is { } key
            ? TrailLogLocation.FromKey(
                bucket, key, size, etag: Text(copy, nameof(TrailLog.ETag)), storageClass: Text(copy, nameof(TrailLog.StorageClass)))
            : null;
    }

    private static object? ValueOf(PSObject copy, string property) => BareValue.Of(copy.Properties[property]?.Value);

    private static string? Text(PSObject copy, string property) =>
        ValueOf(copy, property) is { } value && value.ToString() is { Length: > 0 } text ? text : null;
}
