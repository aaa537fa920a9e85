using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Util;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>
/// The role of the container or of the instance, from the address that such a machine has for it. Elsewhere the address may
/// accept and never answer: it is waited for a short while, and once in a process.
/// </summary>
internal static class MachineCredentials
{
    private static readonly ConcurrentDictionary<Uri, bool> Silent = new();

    /// <summary>Where an instance's role is; null where the environment says that it is not to be asked.</summary>
    public static Uri? InstanceAddress(AwsVariables environment) =>
        environment.IsTrue("AWS_EC2_METADATA_DISABLED") ? null : new Uri(EC2InstanceMetadata.ServiceEndpoint);

    /// <summary>The container's role. Throws <see cref="TrailSourceException"/> where it cannot be had: the environment names it.</summary>
    public static AWSCredentials Container(Uri address, ServiceSettings settings, OpeningWait wait)
    {
        var credentials = new ContainerCredentials(address, settings);
        try
        {
            Begin(address, wait);
            wait.For(credentials.GetCredentialsAsync);
            return credentials;
        }
        catch (TimeoutException e)
        {
            throw credentials.Fault(TrailFaultKind.Connection, e.Message, e);
        }
        catch (TrailSourceException e) when (e.InnerException is TimeoutException)
        {
            Silent[address] = true;
            throw;
        }
    }

    /// <summary>The instance's role; null where none answers, and why.</summary>
    public static AWSCredentials? Instance(Uri address, OpeningWait wait, out Exception? why)
    {
        try
        {
            why = null;
            Ask(address, wait, token => MetadataProbe.AnswersAsync(address, wait.Schedule.Clock, token));
            // Somebody is there, and may take the SDK's own time.
            return wait.For(() => Task.Run(static () => new InstanceProfileAWSCredentials()));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            why = e;
            return null;
        }
    }

    private static T Ask<T>(Uri address, OpeningWait wait, Func<CancellationToken, Task<T>> ask)
    {
        Begin(address, wait);
        using var patience = new CancellationTokenSource(AdapterLimits.MachinePatience, wait.Schedule.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, wait.Token);
        try
        {
            return wait.For(() => ask(either.Token).WaitAsync(either.Token));
        }
        catch (OperationCanceledException) when (!wait.Token.IsCancellationRequested)
        {
            Silent[address] = true;
            throw new TimeoutException(FormattableString.Invariant($"{address} did not answer within {AdapterLimits.MachinePatience.TotalSeconds:0} s"));
        }
    }

    private static void Begin(Uri address, OpeningWait wait)
    {
        if (Silent.ContainsKey(address))
        {
            wait.Say($"{address} did not answer before, and is not asked again for this machine's role in this process.");
            throw new TimeoutException($"{address} did not answer when it was asked before");
        }

        wait.Say(FormattableString.Invariant(
            $"No other credentials are set: asking {address} for this machine's role, {AdapterLimits.MachinePatience.TotalSeconds:0} s at most."));
    }
}
