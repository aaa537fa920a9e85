using System.Management.Automation;

namespace IncidentTrail.PowerShell.Output;

/// <summary>The error ids and categories of the module, in one place: scripts rely on them.</summary>
internal static class TrailErrors
{
    private const int NoSpace = 28;
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    internal static ErrorRecord Record(TrailFault fault)
    {
        var (id, category) = fault.Kind switch
        {
            TrailFaultKind.SourceNotFound => ("TrailSourceNotFound", ErrorCategory.ObjectNotFound),
            TrailFaultKind.AccessDenied => ("TrailAccessDenied", ErrorCategory.PermissionDenied),
            TrailFaultKind.Credentials => ("TrailCredentials", ErrorCategory.AuthenticationError),
            TrailFaultKind.RecordInvalid => ("TrailRecordInvalid", ErrorCategory.InvalidData),
            TrailFaultKind.Connection => ("TrailConnection", ErrorCategory.ConnectionError),
            TrailFaultKind.Throttled => ("TrailThrottled", ErrorCategory.LimitsExceeded),
            TrailFaultKind.Argument => ("TrailArgument", ErrorCategory.InvalidArgument),
            _ => ("TrailReadFailed", ErrorCategory.ReadError),
        };
        // The remedy not as RecommendedAction: older PowerShells do not show it, newer ones would show it twice.
        return Of(
            new TrailSourceException(fault), id, category, fault.Target,
            fault.Remedy is null ? fault.Message : $"{Sentence(fault.Message)} {fault.Remedy}");
    }

    internal static ErrorRecord Argument(string target, string message) =>
        Record(new TrailFault(TrailFaultKind.Argument, target, message));

    internal static ErrorRecord NotFound(string path, string message) =>
        Record(new TrailFault(TrailFaultKind.SourceNotFound, path, message));

    // What a server or the system says ends as it likes.
    private static string Sentence(string message) =>
        message.TrimEnd() is [.., '.' or '!' or '?' or ':'] ended ? ended : message.TrimEnd() + ".";

    internal static ErrorRecord NoFolder(string path, string folder) =>
        Of(
            new DirectoryNotFoundException($"The folder '{folder}' does not exist."), "TrailNotWritten", ErrorCategory.ObjectNotFound, path,
            $"The folder '{folder}' does not exist, and nothing can be written there. Make it first (New-Item -ItemType Directory), or choose another path.");

    internal static ErrorRecord NotPacked(string path, Exception cause) => NotWritten(path, cause, CmdletRemedies.NotPacked);

    internal static ErrorRecord NotTouched(string path, Exception cause) => NotWritten(path, cause, CmdletRemedies.NotTouched);

    internal static ErrorRecord NotWritten(string path, Exception cause) => NotWritten(path, cause, CmdletRemedies.NotWritten);

    private static ErrorRecord NotWritten(string path, Exception cause, string remedy) => Of(
        cause, "TrailNotWritten", ErrorCategory.WriteError, path, $"{path} was not written: {Reason(cause)} {remedy}");

    // Some views show the target beside the text.
    private static ErrorRecord Of(Exception cause, string id, ErrorCategory category, string target, string text)
    {
        var error = new ErrorRecord(cause, id, category, target) { ErrorDetails = new ErrorDetails(TextForDisplay.Plain(text)) };
        error.CategoryInfo.TargetName = TextForDisplay.Plain(target);
        return error;
    }

    // .NET names the file that is moved into place once it is whole, which nobody typed.
    private static string Reason(Exception cause) => cause switch
    {
        IOException { HResult: NoSpace or WindowsDiskFull or WindowsHandleDiskFull } => "there is no room left.",
        UnauthorizedAccessException { InnerException: IOException } => "access is denied.",
        _ => Sentence(cause.Message),
    };
}
