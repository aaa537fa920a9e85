using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>
/// What a profile's <c>credential_process</c> prints. AWSSDK.Core 4.1.0 takes a SessionToken that is null, and no such Expiration
/// (findings/awssdk-process-that-ends-never-is-malformed.sh); one without a zone it takes for local time.
/// </summary>
internal sealed class ProcessCredentials(Profile profile, string command) : RefreshingAWSCredentials
{
    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        ProcessRun ended;
        try
        {
            ended = await ProcessRun.ToEndAsync(InShell(), AdapterLimits.LargestPrinted).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw Failed(e.Message, e);
        }

        if (ended.ExitCode is not { } code)
            throw Failed(FormattableString.Invariant($"it printed more than {AdapterLimits.LargestPrinted:N0} characters"));
        if (code != 0)
            throw Failed(FormattableString.Invariant($"exit code {code}: {Last(SecretMask.Of(ended.Said.Trim()))}"));
        try
        {
            return State(JsonSerializer.Deserialize(ended.Printed, ProcessJson.Default.ProcessAnswer));
        }
        catch (JsonException e)
        {
            // The exception repeats what was printed, which may be a key: it goes no further.
            throw Failed(FormattableString.Invariant(
                $"what it printed is not the JSON that is meant, from line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} on"));
        }
    }

    private CredentialsRefreshState State(ProcessAnswer? answer)
    {
        if (answer is not { Version: 1 })
            throw Failed(FormattableString.Invariant($"it printed Version {answer?.Version ?? 0}, and there is 1"));
        if (string.IsNullOrEmpty(answer.AccessKeyId) || string.IsNullOrEmpty(answer.SecretAccessKey))
            throw Failed("it printed no AccessKeyId, or no SecretAccessKey");
        var keys = new ImmutableCredentials(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken);
        if (string.IsNullOrEmpty(answer.Expiration))
            return new CredentialsRefreshState(keys, DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));
        if (!DateTimeOffset.TryParse(answer.Expiration, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end))
            throw Failed("the Expiration that it printed is no time");
        return end > DateTimeOffset.UtcNow
            ? new CredentialsRefreshState(keys, end.UtcDateTime)
            : throw Failed(FormattableString.Invariant($"the keys that it printed ended at {end.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z"));
    }

    private ProcessStartInfo InShell()
    {
        // Without /s cmd takes the first quotation mark and the last away where there are more than two.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", $"/s /c \"{command}\"") : new ProcessStartInfo("sh", ["-c", command]);
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.CreateNoWindow = true;
        return start;
    }

    // Programs say at the end what was wrong.
    private static string Last(string told) =>
        told.Length <= AdapterLimits.LongestMessage ? told : "…" + told[^AdapterLimits.LongestMessage..];

    private TrailSourceException Failed(string why, Exception? cause = null) =>
        profile.Fault("credential_process", $"failed: {why.Trim().TrimEnd('.', ':')}", RemedyTable.ProcessFailed, cause);
}
