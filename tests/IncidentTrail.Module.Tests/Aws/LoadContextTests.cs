using System.Reflection;
using IncidentTrail.Aws.Tests.Credentials;
using IncidentTrail.Aws.Tests.S3;
using IncidentTrail.Module.Tests.Processes;

namespace IncidentTrail.Module.Tests.Aws;

/// <summary>
/// Beside a module that has another AWSSDK in the default load context, as AWS.Tools has: whichever comes first, both read
/// and take roles. Each order in a process of its own, for what is loaded stays.
/// </summary>
public sealed class LoadContextTests : IDisposable
{
    private readonly BucketServer _bucket = new();
    private readonly RoleServer _roles = new();
    private readonly AwsHome _home = new();

    public LoadContextTests() => _bucket.Content.Put(
        TrailKeys.Log("2026-03-10 14:15"), """{"Records":[{"eventID":"one","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident"}]}""");

    private string Ours => $"""
        'reader', 'sso', 'role-of-sso' | ForEach-Object {'{'}
            Get-IncidentTrailEvent -BucketName trail -EndpointUrl {_bucket.Url} -ProfileName $_ | ForEach-Object EventName
        {'}'}
        """;

    private static string TheirAssemblies => $"""
        $context = [System.Runtime.Loader.AssemblyLoadContext]::Default
        $core = $context.LoadFromAssemblyPath('{Metadata("OtherCore")}')
        $token = $context.LoadFromAssemblyPath('{Metadata("OtherSecurityToken")}')
        """;

    private string Theirs => $"""
        {TheirAssemblies}
        $keys = [Activator]::CreateInstance($core.GetType('Amazon.Runtime.BasicAWSCredentials'), @('AKIATHEIRS', 'secret'))
        $config = [Activator]::CreateInstance($token.GetType('Amazon.SecurityToken.AmazonSecurityTokenServiceConfig'))
        $config.ServiceURL = '{_roles.Url}'
        $config.AuthenticationRegion = 'us-east-1'
        $client = [Activator]::CreateInstance($token.GetType('Amazon.SecurityToken.AmazonSecurityTokenServiceClient'), @($keys, $config))
        $request = [Activator]::CreateInstance($token.GetType('Amazon.SecurityToken.Model.AssumeRoleRequest'))
        $request.RoleArn = 'arn:aws:iam::111122223333:role/theirs'
        $request.RoleSessionName = 'theirs'
        $client.AssumeRoleAsync($request, [System.Threading.CancellationToken]::None).GetAwaiter().GetResult().Credentials.AccessKeyId
        """;

    public void Dispose()
    {
        _bucket.Dispose();
        _roles.Dispose();
        _home.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_SDKs_work_side_by_side_in_either_order(bool theirsFirst)
    {
        string[] parts = theirsFirst ? [Theirs, Ours, Theirs] : [Ours, Theirs, Ours];

        var run = ChildPwsh.Run(_home.Environment(_roles) + string.Join("\n", parts));

        string[] ours = ["StartIncident", "StartIncident", "StartIncident"];
        string[] theirs = [RoleServer.KeyOf("theirs")];
        Assert.Equal("", run.Error);
        Assert.Equal(theirsFirst ? [.. theirs, .. ours, .. theirs] : [.. ours, .. theirs, .. ours], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            [RoleServer.KeyOf("beyond"), RoleServer.KeyOf("reader"), RoleServer.KeyOf("sso")],
            _bucket.Requests.Select(r => r.AccessKey).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Their SDK looks through the process for the client that takes a role, and can use its own alone.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_role_of_their_profile_is_taken_after_ours_whichever_was_imported_first(bool theirsFirst)
    {
        var byProfile = $"""
            $env:AWS_ENDPOINT_URL_STS = '{_roles.Url}'
            $role = $null
            $chain = [Activator]::CreateInstance($core.GetType('Amazon.Runtime.CredentialManagement.CredentialProfileStoreChain'))
            $null = $chain.TryGetAWSCredentials('reader', [ref] $role)
            $role.GetCredentials().AccessKey
            """;

        // As the manifest of AWS.Tools.Common loads both with the module.
        string[] parts = theirsFirst ? [TheirAssemblies, Ours, byProfile] : [Ours, TheirAssemblies, byProfile];
        var run = ChildPwsh.Run(_home.Environment(_roles) + string.Join("\n", parts));

        Assert.Equal("", run.Error);
        Assert.Equal(
            ["StartIncident", "StartIncident", "StartIncident", RoleServer.KeyOf("reader")],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_default_context_gets_nothing_of_the_SDK()
    {
        const string Loaded = """
            [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object {
                $name = $_.GetName().Name
                if ($name -match '^AWSSDK|^IncidentTrail\.Aws') {
                    "$name $([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name)"
                }
            }
            """;

        var run = ChildPwsh.Run($"{_home.Environment(_roles)}{Ours}\n'--'\n{Loaded}");

        Assert.Equal("", run.Error);
        var after = run.Output.Split("--\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("AWSSDK.S3 IncidentTrail.Aws", after);
        Assert.DoesNotContain(after, line => line.Contains("SecurityToken") || line.Contains("SSO"));
        Assert.All(after, line => Assert.EndsWith(" IncidentTrail.Aws", line));
    }

    [Fact]
    public void Each_file_of_the_adapter_is_its_own_also_where_another_module_has_loaded_one_of_that_name()
    {
        var folder = Path.Combine(Repository.StagedModule, "aws");
        string[] names = [.. Directory.EnumerateFiles(folder, "*.dll").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

        var run = ChildPwsh.Run($$"""
            $contexts = [System.Runtime.Loader.AssemblyLoadContext]
            $null = $contexts::Default.LoadFromAssemblyPath('{{Path.Combine(folder, "System.IO.Hashing.dll")}}')
            {{_home.Environment(_roles)}}
            $null = {{Ours}}
            $ours = $contexts::All | Where-Object Name -EQ 'IncidentTrail.Aws'
            '{{string.Join("', '", names)}}' | ForEach-Object { $contexts::GetLoadContext($ours.LoadFromAssemblyName($_)).Name + ' ' + $_ }
            """);

        Assert.Equal("", run.Error);
        Assert.Contains("System.IO.Hashing", names);
        Assert.Contains("AWSSDK.Extensions.Numerics", names);
        Assert.Equal(names.Select(name => "IncidentTrail.Aws " + name), run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Metadata(string key) => typeof(LoadContextTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
