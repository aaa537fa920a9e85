using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Util;

namespace IncidentTrail.Aws;

/// <summary>
/// The role of the container or of the instance, from the address that such a machine has for it. Elsewhere the address may
/// accept and never answer: it is waited for a short while, and once in a process.
/// </summary>
internal static class MachineCredentials
{
    private static readonly ConcurrentDictionary<Uri, bool> Silent = new();

    /// <summary>Where the environment says the container's role is; null where it names none.</summary>
    public static Uri? ContainerAddress() =>
        EnvironmentCredentials.Read("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is { } path ? new Uri(new Uri("http://169.254.170.2"), path)
        : EnvironmentCredentials.Read("AWS_CONTAINER_CREDENTIALS_FULL_URI") is { } address ? new Uri(address)
        : null;

    /// <summary>Where an instance's role is; null where the environment says that it is not to be asked.</summary>
    public static Uri? InstanceAddress() =>
        string.Equals(EnvironmentCredentials.Read("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
            ? null : new Uri(EC2InstanceMetadata.ServiceEndpoint);

    /// <summary>The container's role. Throws <see cref="TrailSourceException"/> where it cannot be had: the environment names it.</summary>
    public static AWSCredentials Container(Uri address, OpeningWait wait)
    {
        var credentials = new GenericContainerCredentials();
        try
        {
            Ask(address, wait, _ => credentials.GetCredentialsAsync());
            return credentials;
        }
        catch (TimeoutException e)
        {
            throw CredentialFault.NotGiven(e);
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
        if (Silent.ContainsKey(address))
        {
            wait.Say($"{address} did not answer before, and is not asked again for this machine's role in this process.");
            throw new TimeoutException($"{address} did not answer when it was asked before");
        }

        var seconds = AdapterLimits.MachinePatience.TotalSeconds;
        wait.Say(FormattableString.Invariant($"No other credentials are set: asking {address} for this machine's role, {seconds:0} s at most."));
        using var patience = new CancellationTokenSource(AdapterLimits.MachinePatience, wait.Schedule.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, wait.Token);
        try
        {
            return wait.For(() => ask(either.Token).WaitAsync(either.Token));
        }
        catch (OperationCanceledException) when (!wait.Token.IsCancellationRequested)
        {
            Silent[address] = true;
            throw new TimeoutException(FormattableString.Invariant($"{address} did not answer within {seconds:0} s"));
        }
    }
}
