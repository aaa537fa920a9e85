using System.Text.Json;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;
using IncidentTrail.Aws.Profiles;

namespace IncidentTrail.Aws.Credentials;

/// <summary>A container's role (ECS, EKS, CloudShell), from the address that the environment names for it.</summary>
internal sealed class ContainerCredentials(Uri address, ServiceSettings settings) : RefreshingAWSCredentials
{
    private const string RelativeAddress = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string FullAddress = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private const string TokenFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";

    private static readonly Uri s_container = new("http://169.254.170.2");
    private static readonly string[] Machine = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];

    private string Variable => settings.Variables[RelativeAddress] is null ? FullAddress : RelativeAddress;

    /// <summary>The address; null where the environment names none. Throws <see cref="TrailSourceException"/> where it cannot be one.</summary>
    public static Uri? AddressIn(AwsVariables environment)
    {
        if (environment[RelativeAddress] is { } path)
        {
            // The token goes nowhere else.
            return Uri.TryCreate(s_container, path, out var there) && there.GetLeftPart(UriPartial.Authority) == s_container.GetLeftPart(UriPartial.Authority)
                ? there
                : throw CredentialFaults.Variable(
                    RelativeAddress, $"is '{path}', which is no path of a container's credentials", RemedyTable.NoContainerPath);
        }
        if (environment[FullAddress] is not { } text)
            return null;
        // The token goes there: in the clear only within this machine.
        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || Machine.Contains(url.Host))))
            ? url
            : throw CredentialFaults.Variable(
                FullAddress, $"is '{text}', which is no address of a container's credentials", RemedyTable.NoContainerAddress);
    }

    /// <summary>What the address did not do.</summary>
    public TrailSourceException Fault(TrailFaultKind kind, string why, Exception? cause = null) => new(new TrailFault(
        kind, Variable, $"The container's role could not be had from {address} ({Variable}): {why.TrimEnd('.')}.",
        RemedyTable.NoContainerRole, cause));

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var http = new ServiceHttp(HttpRoute.Direct);
        var attempts = new ServiceAttempts(settings.Schedule);
        while (true)
        {
            attempts.Begin();
            ServiceError error;
            Exception? cause = null;
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                if (Token() is { } token)
                    request.Headers.TryAddWithoutValidation("Authorization", token);
                var answer = await AnswerAsync(http, request).ConfigureAwait(false);
                if (answer.IsSuccess)
                    return State(answer.Body);
                error = ServiceError.Of(answer.Status, answer.Headers, answer.Body);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                (error, cause) = (ServiceError.OfConnection(e.GetBaseException().Message), e);
            }

            if (await attempts.AgainAsync($"container credentials at {address}", error, null, settings.Schedule.Stop).ConfigureAwait(false))
                continue;
            var kind = error.Kind is TrailFaultKind.Connection or TrailFaultKind.Throttled ? error.Kind : TrailFaultKind.Credentials;
            throw Fault(kind, error.Code is null ? error.Message : $"{error.Code}: {error.Message}", cause);
        }
    }

    // Where there is such an address it answers in milliseconds: silence is not waited for again.
    private async Task<ServiceAnswer> AnswerAsync(ServiceHttp http, HttpRequestMessage request)
    {
        var schedule = settings.Schedule;
        using var patience = new CancellationTokenSource(AdapterLimits.MachinePatience, schedule.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, schedule.Stop);
        try
        {
            return await http.SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!schedule.Stop.IsCancellationRequested)
        {
            var why = FormattableString.Invariant($"it did not answer within {AdapterLimits.MachinePatience.TotalSeconds:0} s");
            throw Fault(TrailFaultKind.Connection, why, new TimeoutException(why, e));
        }
    }

    private string? Token()
    {
        var environment = settings.Variables;
        if (environment[TokenFile] is not { } named)
            return environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"];
        try
        {
            return File.ReadAllText(environment.PathOf(named)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CredentialFaults.Variable(TokenFile, $"names {named}, which cannot be read: {e.Message.TrimEnd('.')}", RemedyTable.NoFile, e);
        }
    }

    private CredentialsRefreshState State(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var root = answer.RootElement;
            return new CredentialsRefreshState(
                new ImmutableCredentials(
                    root.GetProperty("AccessKeyId").GetString(), root.GetProperty("SecretAccessKey").GetString(),
                    root.TryGetProperty("Token", out var token) ? token.GetString() : null),
                root.TryGetProperty("Expiration", out var expires) && expires.TryGetDateTimeOffset(out var time)
                    ? time.UtcDateTime : DateTime.UtcNow + AdapterLimits.SuppliedAgain);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            // The exception may repeat what was answered, and so a key: it goes no further.
            throw Fault(TrailFaultKind.Credentials, "the answer holds no credentials");
        }
    }
}
